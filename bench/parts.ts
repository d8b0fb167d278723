import { Session } from 'node:inspector/promises';

/** How often (µs) it is looked where the work is. */
const EVERY = 100;

type Node = { id: number; callFrame: { functionName: string; url: string }; children?: number[] };

/**
 * Where the CPU of `work` goes: the share of every part, told by the outermost function on the stack that stands in
 * `functions` (`file function`, or `function` in whatever file, to the part it is of); `rest` is what none of them did,
 * `garbage` what was spent on memory.
 */
export async function partsOf(work: () => unknown, functions: Record<string, string>): Promise<Record<string, number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: EVERY });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();

  const nodes = new Map(profile.nodes.map((node) => [node.id, node as Node]));
  const partOf = new Map<number, string>();
  const known = new Map(Object.entries(functions));
  const walk = ({ id, callFrame: { functionName: name, url }, children = [] }: Node, above?: string): void => {
    const named = known.get(`${/(\w+)\.js$/.exec(url)?.[1]} ${name}`) ?? known.get(name);
    const part = above ?? named ?? (name === '(garbage collector)' ? 'garbage' : undefined);
    partOf.set(id, name === '(idle)' ? 'idle' : (part ?? 'rest'));
    for (const child of children) {
      const node = nodes.get(child);
      if (node) walk(node, part);
    }
  };
  const [root] = profile.nodes;
  if (root) walk(root as Node);

  const samples = (profile.samples ?? []).map((id) => partOf.get(id) ?? 'rest').filter((part) => part !== 'idle');
  const shares: Record<string, number> = {};
  for (const part of samples) shares[part] = (shares[part] ?? 0) + 1 / samples.length;
  return Object.fromEntries(Object.entries(shares).sort(([, a], [, b]) => b - a));
}
