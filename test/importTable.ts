/** What one folder of the tree may import. */
type Row = {
  /** Folders and files whose exports it may use. Its own are always allowed. */
  uses: readonly string[];
  /** Folders and files of which it may import types alone. */
  types?: readonly string[];
  /** No `node:`, no Redis, no network, no clock, no randomness. */
  pure?: true;
};

/** `design.md`, "One way only". A folder is in the table or may not exist; `src/main.ts` may import all, nobody it. */
export const table: Record<string, Row> = {
  flows: { uses: ['src/understanding'], pure: true },
  locales: { uses: [], types: ['src/understanding'], pure: true },
  'src/understanding': { uses: [], pure: true },
  train: { uses: ['src/understanding'] },
  'src/brief': {
    uses: ['src/understanding', 'flows', 'locales'],
    types: ['src/dialogue/facts.ts'],
    pure: true,
  },
  'src/dialogue': { uses: ['src/understanding', 'src/brief', 'flows', 'locales'], pure: true },
  'src/intake': {
    uses: ['src/dialogue', 'src/channels/channel.ts', 'src/understanding/private/controls.ts'],
    types: ['src/understanding'],
  },
  'src/channels': {
    uses: ['src/understanding/content.ts', 'src/understanding/fileKind.ts', 'src/log.ts'],
  },
  'src/redis': {
    uses: ['src/intake', 'src/brief/caseNumber.ts', 'src/channels/channel.ts', 'src/tightFolder.ts'],
    types: ['src/dialogue', 'src/channels/baileys/login.ts', 'src/config.ts', 'src/log.ts'],
  },
  'src/config.ts': { uses: ['src/localKey.ts'] },
  'src/localKey.ts': { uses: ['src/tightFolder.ts'] },
  'src/tightFolder.ts': { uses: [] },
  'src/log.ts': { uses: [] },
  'src/health.ts': { uses: ['src/log.ts'], types: ['src/channels/channel.ts'] },
};

/** Where things are made and joined, one file a command: they may import all but `src/main.ts`, and nobody else them. */
const joiners = ['src/start.ts', 'src/chat.ts', 'src/understand.ts', 'src/briefs.ts', 'src/house.ts'];

/** Packages that a pure folder may use: they compute, and do nothing else. */
const purePackages = ['zod', 'xstate', 'i18next', 'libphonenumber-js', 'ibantools', 'adhan'];

const clockOrChance =
  /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\b|\bprocess\.|\bset(Timeout|Interval|Immediate)\b/;

/** Functions of Baileys that fetch media or what stands in for it: a file of a family must be out of reach, not unused. */
const mediaDownload =
  /\b(download(MediaMessage|ContentFromMessage|EncryptedContent|ExternalBlob|ExternalPatch|History|AndProcessHistorySyncNotification)|getHttpStream|updateMediaMessage|getMediaKeys|encryptMediaRetryRequest|decryptMediaRetryData)\b/;

const swallowed = /\bcatch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\s*\(\w*\)\s*=>\s*(\{\s*\}|undefined)\s*\)/;

/** What is wrong with one source file, each as `file: what`. `file` is its path from the root of the tree. */
export function wrongsOf(file: string, source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const wrongs = file === 'src/main.ts' ? [] : importWrongs(file, code);
  if (mediaDownload.test(code)) wrongs.push(`${file}: reaches media (${mediaDownload.exec(code)?.[0]})`);
  if (swallowed.test(code)) wrongs.push(`${file}: swallows an error`);
  return wrongs;
}

function importWrongs(file: string, code: string): string[] {
  if (joiners.includes(file)) {
    const back = importsOf(code).filter(({ target }) => resolve(file, target) === 'src/main.ts');
    return back.map(({ target }) => `${file}: must not import ${target}`);
  }
  const home = homeOf(file);
  const row = table[home];
  if (!row) return [`${file}: ${home} is not in the table of imports`];
  const wrongs: string[] = [];
  for (const { target, typeOnly } of importsOf(code)) {
    if (!allowed(row, home, resolve(file, target), typeOnly)) wrongs.push(`${file}: must not import ${target}`);
  }
  const clock = row.pure && clockOrChance.exec(code);
  if (clock) wrongs.push(`${file}: is pure and must not use ${clock[0]}`);
  return wrongs;
}

function allowed(row: Row, home: string, target: string, typeOnly: boolean): boolean {
  const isFile = target.includes('/') && /^(src|flows|locales|test|bench)\//.test(target);
  if (!isFile)
    return !row.pure || purePackages.some((name) => target === name || target.startsWith(`${name}/`)) || typeOnly;
  const within = (place: string) => target === place || target.startsWith(`${place}/`);
  return [home, ...row.uses, ...(typeOnly ? (row.types ?? []) : [])].some(within);
}

/** The row of the table a file belongs to: `flows`, `src/dialogue`, `src/log.ts`. */
function homeOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? `${first}/${second}` : first;
}

function importsOf(code: string): { target: string; typeOnly: boolean }[] {
  const statements = /\b(import|export)\s+(type\s+)?(?:[\w$*{}\s,]+\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/g;
  return [...code.matchAll(statements)].map(([, , type, named, dynamic]) => ({
    target: named ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }));
}

/** A relative import as a path from the root; a package by its name. */
function resolve(file: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return new URL(target, `file:///${file}`).pathname.slice(1);
}
