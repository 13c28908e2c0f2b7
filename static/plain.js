/** Words as they are compared: without accents, capitals and blanks around them. */
export const plain = (text) => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
