// What every page does: sends what is pressed, hears keys, and brings up a vote.
import { listen as hearPresses } from './press.js';
import { listen as hearKeys } from './keys.js';
import { watch as watchForVotes } from './sheet.js';

watchForVotes(); // first: its listeners hold back what press.js would send
hearPresses();
hearKeys();
