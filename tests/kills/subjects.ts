import { killBatchFile, killBatchFolder } from './kill-batch.ts';
import { killInterview } from './kill-interview.ts';
import { killWriting } from './kill-writing.ts';

/** All that is killed, and how many times when the whole suite runs. */
export const SUBJECTS = [
  { name: 'interview', kill: killInterview, few: 6 },
  { name: 'writing', kill: killWriting, few: 7 },
  { name: 'batch-file', kill: killBatchFile, few: 4 },
  { name: 'batch-folder', kill: killBatchFolder, few: 3 },
];
