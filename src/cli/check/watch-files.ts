import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps. */
const QUIET_MILLISECONDS = 150;

/** Calls back once things are quiet again after a change. Returns how to stop. */
export function watchFiles(paths: readonly string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MILLISECONDS);
  };
  const watchers = paths.map((path) => watchPath(path, changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** A single file is watched through its folder: many editors replace it. */
function watchPath(path: string, changed: () => void): FSWatcher {
  if (statSync(path).isDirectory()) return watch(path, { recursive: true }, changed);
  const names = new Set([basename(path), 'flow.yaml', 'cases.yaml']);
  return watch(dirname(path), (_event, name) => {
    if (name === null || names.has(name)) changed();
  });
}
