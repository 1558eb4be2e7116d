import { setFlagsFromString } from 'node:v8';

/** The newest V8 that was seen to know our flags; one that does not would say so on stderr. */
const NEWEST = 14;

/** Sets a flag of V8 for this process, where it is known. Results never depend on it. */
export function setV8Flag(flag: string): void {
  if (Number.parseInt(process.versions.v8, 10) <= NEWEST) setFlagsFromString(flag);
}
