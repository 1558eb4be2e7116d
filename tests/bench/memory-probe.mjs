import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Given to a process by --import; the file to write stands after the question mark.
const report = decodeURIComponent(new URL(import.meta.url).search.slice(1));
if (isMainThread) process.on('exit', () => writeFileSync(report, String(process.resourceUsage().maxRSS)));
