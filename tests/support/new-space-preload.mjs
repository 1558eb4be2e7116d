/** Loaded before the command: tells on stderr how much room V8 had given to new objects when the process ended. */
import { getHeapSpaceStatistics } from 'node:v8';

process.on('exit', () => {
  const newSpace = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  process.stderr.write(`${(newSpace?.space_size ?? 0) / 2 ** 20} MB`);
});
