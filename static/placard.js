// What every page does: sends what is pressed, hears keys, offers times that fit, and brings up a vote.
import { listen as hearPresses } from './press.js';
import { listen as hearKeys } from './keys.js';
import { listen as offerFits } from './fits.js';
import { watch as watchForVotes } from './sheet.js';

watchForVotes(); // first: its listeners hold back what press.js would send
hearPresses();
hearKeys();
offerFits();
