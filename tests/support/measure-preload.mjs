/** Loaded before the command: writes what the process took, of its own memory alone, when it ends. */
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  // Not `maxRSS`: what the parent had when it forked counts in that.
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  const usage = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: Number(peak) / 1024 };
  writeFileSync(process.env.YIBAO_TEST_USAGE ?? '', JSON.stringify(usage));
});
