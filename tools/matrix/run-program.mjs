import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end and gives what it printed. Throws, with all that it said, if it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, path?: string, env?: Record<string, string> }} options `path`: a folder searched first
 */
export function runProgram(program, args, { cwd, path, env = {} }) {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: environment(path, env),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/**
 * The environment of a run, without what npm tells the scripts that it starts.
 * @param {string | undefined} path
 * @param {Record<string, string>} env
 */
export function environment(path, env) {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_(?!config_)|NODE_)/i.test(name));
  const usual = process.env.PATH ?? '';
  return { ...Object.fromEntries(own), PATH: path ? `${path}:${usual}` : usual, ...env };
}
