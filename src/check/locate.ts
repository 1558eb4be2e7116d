import type { FlowPositions, SourcePosition } from '../model/problem.ts';

/**
 * Where a subject stands: itself, else the nearest part that holds it. What flows share is found in the
 * later of the `books`.
 */
export function locate(subject: string, ...books: readonly FlowPositions[]): SourcePosition | undefined {
  for (let name = subject; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
    for (const positions of books) {
      const position = Object.hasOwn(positions, name) ? positions[name] : undefined;
      if (position) return position;
    }
  }
  return undefined;
}
