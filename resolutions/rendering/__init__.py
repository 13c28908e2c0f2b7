"""A document in other forms: plain text, HTML, and pictures of votes, all from one numbered tree."""
