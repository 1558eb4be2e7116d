/** What a hostile folder holds, by path; `flow.yaml` of the procedure `bad` unless another is named. */
export type HostileFiles = Readonly<Record<string, string | Uint8Array>>;

/** Parts of a flow as YAML; what is not given is sound. */
interface FlowParts {
  readonly head?: string;
  readonly tree?: string;
  readonly questions?: string;
  readonly outcomes?: string;
  readonly steps?: string;
  readonly materials?: string;
  readonly rest?: string;
}

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** A flow that is sound but for these parts. */
export function flowText({
  head = '',
  tree,
  questions = '',
  outcomes = '',
  steps = '',
  materials = '',
  rest = '',
}: FlowParts = {}): string {
  return `id: bad
title: 一件事
for-whom: 想试的人
reviewed: 2026-01-10
review-by: 2026-12-31
${head}
tree: ${tree ?? '[kind, { exit: done }]'}
questions:
  kind: { ask: 哪种？, options: { paper: 纸, phone: 机 }, no-unsure: 知道 }
${questions}
outcomes:
  done: { verdict: proceed, title: 好, sources: [law] }
${outcomes}
steps:
  go: { title: 去<kind>, sources: [law] }
${steps}
materials:
  card: { name: 证, when: { kind: paper }, sources: [law] }
${materials}
sources:
  law: { title: 规矩, issuer: 我, grade: A, seen: 2026-01-01 }
${rest}
`;
}

const one = (text: string | Uint8Array): HostileFiles => ({ 'bad/flow.yaml': text });
const flow = (parts: FlowParts): HostileFiles => one(flowText(parts));
const yesNo = (index: number): string =>
  `  q${index}: { ask: 第 ${index} 题？, type: yes-no, no-unsure: 知道 }\n`;
const kept = (index: number): string =>
  `  q${index}: { ask: 第 ${index} 题？, type: yes-no, unsure: { keep: true, find-out: 问 } }\n`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Texts of a YAML file that attack its reader. */
const YAML: Readonly<Record<string, HostileFiles>> = {
  'an alias bomb': one(
    `a: &a [x, x, x, x, x, x, x, x, x, x]\n${repeat(20, (n) => {
      const [from, to] = [String.fromCharCode(97 + n), String.fromCharCode(98 + n)];
      return `${to}: &${to} [${`*${from}, `.repeat(9)}*${from}]\n`;
    })}`,
  ),
  'an anchor within itself': one('a: &a [*a, *a]\n'),
  'a bomb of merge keys': one(
    `a: &a { x: 1 }\n${repeat(2_000, (n) => `m${n}: &m${n} { <<: [${n > 0 ? `*m${n - 1}, *m${n - 1}` : '*a, *a'}] }\n`)}`,
  ),
  '20,000 anchors and aliases': one(repeat(10_000, (n) => `- &a${n} x\n- *a${n}\n`)),
  '100,000 brackets': one(`a: ${'['.repeat(100_000)}`),
  '60,000 braces': one(`a: ${'{a: '.repeat(60_000)}`),
  '100,000 lists on one line': one(`a:\n  ${'- '.repeat(100_000)}x`),
  '100,000 explicit keys': one('? '.repeat(100_000)),
  '600 levels of indented maps': one(repeat(600, (n) => `${' '.repeat(n)}a:\n`)),
  '100,000 closing brackets': one(']'.repeat(100_000)),
  '60,000 quotes': one(`"a"\n`.repeat(60_000)),
  '60,000 documents': one('---\n'.repeat(60_000)),
  '40,000 directives': one('%A b\n'.repeat(40_000)),
  '20,000 tags': one('- !!str x\n'.repeat(20_000)),
  '20,000 tabs for indents': one('a:\n\t- b\n'.repeat(20_000)),
  'tags of other languages': flow({
    rest: 'x: !!js/function "function(){}"\ny: !!python/object/apply:os.system [ls]\n',
  }),
  '200,000 characters of comments': one(`${'#'.repeat(200_000)}\n${flowText()}`),
  'a scalar of 200,000 characters': flow({ head: `aliases: ["${'长'.repeat(200_000)}"]` }),
  'a scalar of 10 MB': flow({ head: `aliases: ["${'长'.repeat(10_000_000)}"]` }),
  'a folded scalar of 40,000 lines': flow({ head: `aliases:\n  - >\n${'    a\n'.repeat(40_000)}` }),
  'a scalar of 60,000 escapes': flow({ head: `aliases: ["${'\\x41'.repeat(60_000)}"]` }),
  '900 unknown keys': flow({ rest: repeat(900, (n) => `unknown-key-${n}: 1\n`) }),
  '900 keys that are nearly known': flow({ rest: repeat(900, (n) => `questionz${n}: 1\n`) }),
  'one key 900 times': flow({ rest: 'x: 1\n'.repeat(900) }),
  'a NUL byte': flow({ head: 'aliases: ["a\0b"]' }),
  'a NUL byte written as an escape': flow({ head: 'aliases: ["a\\0b"]' }),
  'invalid UTF-8': one(new Uint8Array([...bytes(flowText()), 0xff, 0xc0, 0xaf])),
  'UTF-16': one(new Uint8Array(Buffer.from(`\ufeff${flowText()}`, 'utf16le'))),
  'a byte order mark': one(`\ufeff${flowText()}`),
  'CRLF line ends': one(flowText().replaceAll('\n', '\r\n')),
  'CR line ends': one(flowText().replaceAll('\n', '\r')),
  'tabs for indents': one(flowText().replaceAll('  ', '\t')),
  'lone surrogates': flow({ head: 'aliases: ["\\ud800", "\\udfff甲"]' }),
  'an empty file': one(''),
  'a number for a file': one('42'),
  'numbers beyond all numbers': flow({
    head: 'aliases: [1e999, -.inf, .nan, 0xffffffffffffffffffff, 1e-999]',
  }),
  'a number of 100,000 digits': flow({
    materials: `  two: { name: 甲, copies: ${'9'.repeat(100_000)}, sources: [law] }\n`,
  }),
};

/** Names that mean something to JavaScript, in every place where a flow may write a name. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
];
/** One folder with all of them: each has a folder of its own within it. */
const names = (what: string, make: (name: string) => HostileFiles): Record<string, HostileFiles> => ({
  [`${what} named like a part of every object`]: Object.fromEntries(
    NAMES.flatMap((name, index) =>
      Object.entries(make(name)).map(([path, text]) => [
        `n${index}/${path}`,
        typeof text === 'string' ? text.replace('id: bad\n', `id: bad-${index}\n`) : text,
      ]),
    ),
  ),
});

const NAMED: Readonly<Record<string, HostileFiles>> = {
  ...names('a question', (name) =>
    flow({ questions: `  ${name}: { ask: 何？, type: yes-no, no-unsure: x }\n` }),
  ),
  ...names('an option', (name) =>
    flow({
      tree: '[kind, other, { exit: done }]',
      questions: `  other: { ask: 何？, options: { ${name}: 甲, b: 乙 }, no-unsure: x }\n`,
    }),
  ),
  ...names('an item', (name) => flow({ rest: `warnings: { ${name}: { say: 甲, sources: [law] } }\n` })),
  ...names('an outcome', (name) =>
    flow({ outcomes: `  ${name}: { verdict: proceed, title: 甲, sources: [law] }\n` }),
  ),
  ...names('an exit', (name) => flow({ tree: `[kind, { exit: ${name} }]` })),
  ...names('a question of the tree', (name) => flow({ tree: `[kind, ${name}, { exit: done }]` })),
  ...names('a branch', (name) => flow({ tree: `[kind: { ${name}: [] }, { exit: done }]` })),
  ...names('a derived name', (name) => flow({ rest: `derive: { ${name}: { kind: paper } }\n` })),
  ...names('a derived value', (name) =>
    flow({
      rest: `derive: { d: [{ when: { kind: paper }, is: ${name} }, { is: b }] }\nnotes: { n: { say: <d>, when: { d: ${name} }, sources: [law] } }\n`,
    }),
  ),
  ...names('a condition', (name) =>
    flow({ tree: `[kind, { when: { ${name}: yes }, then: [] }, { exit: done }]` }),
  ),
  ...names('a bare condition', (name) =>
    flow({ tree: `[kind, { when: ${name}, then: [] }, { exit: done }]` }),
  ),
  ...names('a value', (name) =>
    flow({ tree: `[kind, { when: { kind: ${name} }, then: [] }, { exit: done }]` }),
  ),
  ...names('a comparison', (name) =>
    flow({ tree: `[kind, { when: { kind: { ${name}: 1 } }, then: [] }, { exit: done }]` }),
  ),
  ...names('a fact', (name) =>
    flow({ tree: `[kind, { when: { fact: ${name} }, then: [], unknown: else }, { exit: done }]` }),
  ),
  ...names('a place group', (name) =>
    flow({ tree: `[kind, { when: { same: [kind, kind], at: ${name} }, then: [] }, { exit: done }]` }),
  ),
  ...names('a placeholder', (name) =>
    flow({ rest: `notes: { n: { say: "甲<${name}>乙", sources: [law] } }\n` }),
  ),
  ...names('a field of a placeholder', (name) =>
    flow({
      tree: '[kind, place, { exit: done }]',
      questions: '  place: { ask: 哪？, type: place }\n',
      rest: `notes: { n: { say: "甲<place.${name}>乙", sources: [law] } }\n`,
    }),
  ),
  ...names('a source', (name) => flow({ rest: `notes: { n: { say: 甲, sources: [${name}] } }\n` })),
  ...names('a source of its own', (name) =>
    one(
      flowText().replace(
        '  law:',
        `  ${name}: { title: 规, issuer: 我, grade: A, seen: 2026-01-01 }\n  law:`,
      ),
    ),
  ),
  ...names('a term', (name) =>
    flow({ rest: `terms: { ${name}: 甲, 证: 乙 }\nnotes: { n: { say: 甲${name}乙, sources: [law] } }\n` }),
  ),
  ...names('a key', (name) => flow({ rest: `${name}: 1\n` })),
  ...names('a flow', (name) => ({ [`${name}/flow.yaml`]: flowText().replace('id: bad', `id: ${name}`) })),
  ...names('a shared part', (name) => ({
    'bad/flow.yaml': flowText({ questions: `  ${name}: { use: ${name} }\n` }),
  })),
  ...names('a shared file entry', (name) => ({
    'shared/questions.yaml': `${name}: { ask: 何？, type: place }\n`,
  })),
  ...names('a table', (name) => flow({ rest: `derive: { m: { lookup: tables/${name}, by: [kind] } }\n` })),
  ...names('a table of its own', (name) => ({
    [`shared/tables/${name}.yaml`]:
      'title: 表\ncolumns: [a]\nrows: [{ match: [a], is: 1 }]\nsources: [yb-2022-22]\n',
  })),
  ...names('a hand-over', (name) =>
    flow({
      outcomes: `  over: { verdict: elsewhere, title: 去, sources: [law], hand-over: { to: ${name}, with: { ${name}: ${name} } } }\n`,
    }),
  ),
  ...names('a value handed over', (name) =>
    flow({
      outcomes: `  over: { verdict: elsewhere, title: 去, sources: [law], hand-over: { to: yidi, with: { ${name}: { value: ${name} } } } }\n`,
    }),
  ),
  ...names('a place', (name) => ({ 'places/x.yaml': `place: ${name}\n` })),
  ...names('a channel kind', (name) => ({
    'places/x.yaml': `place: "43"\nchannels: { ${name}: [{ name: 甲, sources: [law] }] }\n`,
  })),
  ...names('a fact of a place', (name) => ({
    'places/x.yaml': `place: "43"\nfacts: { ${name}: { value: yes, sources: [law] } }\n`,
  })),
  ...names('a declared fact', (name) => ({
    'places/00-nation.yaml': `place: "00"\nfacts: { ${name}: { type: yes-no, name: 甲, find-out: 乙 } }\n`,
  })),
  ...names('a declared group', (name) => ({
    'places/00-nation.yaml': `place: "00"\ngroups: { ${name}: { name: 甲, members: ["43"] } }\n`,
  })),
  ...names('a declared kind', (name) => ({
    'places/00-nation.yaml': `place: "00"\nchannel-kinds: { ${name}: 甲 }\n`,
  })),
  ...names('an overlay of a flow', (name) => ({
    'places/x.yaml': `place: "43"\noverlays: { ${name}: { remove: { steps: { ${name}: { why: 甲, sources: [law] } } } } }\n`,
  })),
  ...names('an answer of a case', (name) => ({
    ...flow({}),
    'bad/cases.yaml': `cases: [{ id: a, title: 甲, answers: { ${name}: paper, kind: ${name} }, outcome: ${name}, must: [${name}] }]\n`,
  })),
  ...names('a year of holidays', (name) => ({
    'holidays.yaml': `years: { ${name}: { source: a, off: [], on: [] } }\n`,
  })),
};

const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ');

/** Far too much of something, or numbers far too big. */
const MUCH: Readonly<Record<string, HostileFiles>> = {
  '10,000 options': flow({
    tree: '[kind, many, { exit: done }]',
    questions: `  many:\n    ask: 何？\n    no-unsure: x\n    options:\n${repeat(10_000, (n) => `      o${n}: 第 ${n} 个\n`)}`,
  }),
  '10,000 options of several': flow({
    tree: '[kind, many, { exit: done }]',
    questions: `  many:\n    ask: 何？\n    type: multi\n    no-unsure: x\n    options:\n${repeat(10_000, (n) => `      o${n}: 第 ${n} 个\n`)}`,
  }),
  '3,000 questions': flow({
    tree: `[kind, ${repeat(3_000, (n) => `q${n}, `)}{ exit: done }]`,
    questions: repeat(3_000, yesNo),
  }),
  '5,000 items': flow({
    rest: `warnings:\n${repeat(5_000, (n) => `  w${n}: { say: 第 ${n} 条, sources: [law] }\n`)}`,
  }),
  '900 items with conditions': flow({
    rest: `warnings:\n${repeat(900, (n) => `  w${n}: { say: 第 ${n} 条, when: { kind: paper }, sources: [law] }\n`)}`,
  }),
  '4,000 outcomes': flow({
    outcomes: repeat(4_000, (n) => `  o${n}: { verdict: proceed, title: 好, sources: [law] }\n`),
  }),
  '900 derived names in a chain': flow({
    rest: `derive:\n  d0: { kind: paper }\n${repeat(899, (n) => `  d${n + 1}: d${n}\n`)}notes: { n: { say: 甲, when: d899, sources: [law] } }\n`,
  }),
  'a chain of derived names that doubles': flow({
    rest: `derive:\n  d0: { kind: paper }\n${repeat(60, (n) => `  d${n + 1}: { all: [d${n}, { not: d${n} }] }\n`)}notes: { n: { say: 甲, when: d60, sources: [law] } }\n`,
  }),
  'derived names in a circle': flow({ rest: 'derive: { a: b, b: c, c: a }\n' }),
  '10,000 parts of a condition': flow({
    rest: `notes: { n: { say: 甲, when: { any: [${'{ kind: paper }, '.repeat(10_000)}{ kind: phone }] }, sources: [law] } }\n`,
  }),
  'conditions 30 deep': flow({
    rest: `notes: { n: { say: 甲, when: ${'{ not: '.repeat(30)}{ kind: paper }${' }'.repeat(30)}, sources: [law] } }\n`,
  }),
  '10,000 rows of a text': flow({
    rest: `notes: { n: { sources: [law], say: [${'{ when: { kind: paper }, is: 甲 }, '.repeat(10_000)}{ is: 乙 }] } }\n`,
  }),
  '10,000 placeholders of a text': flow({
    rest: `notes: { n: { sources: [law], say: "${'<kind>'.repeat(10_000)}" } }\n`,
  }),
  '800 placeholders of a text': flow({
    rest: `notes: { n: { sources: [law], say: "${'<kind>'.repeat(800)}" } }\n`,
  }),
  '2,400 angle brackets': flow({ rest: `notes: { n: { sources: [law], say: "${'<a'.repeat(2_400)}" } }\n` }),
  'labels that fill one another in': flow({
    tree: `[kind, ${repeat(12, (n) => `q${n}, `)}{ exit: done }]`,
    questions: repeat(
      12,
      (n) =>
        `  q${n}: { ask: 何？, options: { a: "${`<q${(n + 1) % 12}>`.repeat(40)}", b: 乙 }, no-unsure: x }\n`,
    ),
    rest: 'notes: { n: { say: <q0>, sources: [law] } }\n',
  }),
  '10,000 terms': flow({ rest: `terms:\n${repeat(10_000, (n) => `  词${n}: 意思\n`)}` }),
  '10,000 aliases': flow({ head: `aliases: [${repeat(10_000, (n) => `名${n}, `)}名]` }),
  '900 sources': one(
    flowText().replace(
      '  law:',
      `${repeat(900, (n) => `  s${n}: { title: 规, issuer: 我, grade: A, seen: 2026-01-01 }\n`)}  law:`,
    ),
  ),
  '10,000 citations': flow({
    rest: `notes: { n: { say: 甲, sources: [${repeat(10_000, (n) => `law/${n}, `)}law] } }\n`,
  }),
  '900 sub-steps on each of 60 steps': flow({
    rest: `not-needed: { x: { name: 甲, because: 乙, sources: [law] } }\n`,
    steps: repeat(
      60,
      (n) => `  s${n}: { title: 去, sources: [law], do: [${repeat(800, () => '甲, ')}乙] }\n`,
    ),
  }),
  '900 dated changes': flow({
    rest: `changes:\n${repeat(900, (n) => `  - { from: 2${String(n % 1000).padStart(3, '0')}-0${1 + (n % 9)}-01, change: { steps: { go: { say: 第 ${n} 次, sources: [law] } } } }\n`)}`,
  }),
  '190 dated changes': flow({
    rest: `changes:\n${repeat(190, (n) => `  - { from: ${2000 + n}-01-01, until: ${2000 + n}-12-31, change: { steps: { go: { say: 第 ${n} 次, sources: [law] } } } }\n`)}`,
  }),
  '900 cases': {
    ...flow({}),
    'bad/cases.yaml': `cases:\n${repeat(900, (n) => `  - { id: c${n}, title: 甲, answers: { kind: paper }, outcome: done }\n`)}`,
  },
  '10,000 rows of a table': {
    'shared/tables/big.yaml': `title: 表\ncolumns: [a]\nsources: [law]\nrows:\n${repeat(10_000, (n) => `  - { match: [k${n}], is: ${n} }\n`)}`,
  },
  '10,000 files': Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [`f${n}/flow.yaml`, 'id: x\n']),
  ),
  '290 flows': Object.fromEntries(
    Array.from({ length: 290 }, (_, n) => [`f${n}/flow.yaml`, flowText().replace('id: bad', `id: f${n}`)]),
  ),
  '150 flows that hand over in a circle': Object.fromEntries(
    Array.from({ length: 150 }, (_, n) => [
      `f${n}/flow.yaml`,
      flowText({
        outcomes: `  over: { verdict: elsewhere, title: 去, sources: [law], hand-over: { to: f${(n + 1) % 150} } }\n`,
      }).replace('id: bad', `id: f${n}`),
    ]),
  ),
  'a flow that hands over to itself': flow({
    outcomes: '  over: { verdict: elsewhere, title: 去, sources: [law], hand-over: { to: bad } }\n',
  }),
  '31 places with overlays of 40 lines': {
    ...flow({
      head: 'jurisdiction: place',
      tree: '[kind, place, { exit: done }]',
      questions: '  place: { ask: 哪？, type: place }\n',
    }),
    ...Object.fromEntries(
      PROVINCES.map((code) => [
        `places/${code}.yaml`,
        `place: "${code}"\noverlays:\n  bad:\n    add:\n      warnings:\n${repeat(40, (n) => `        w${n}: { say: 第 ${n} 条, when: { kind: paper }, sources: [yb-2022-22] }\n`)}`,
      ]),
    ),
  },
  'an id of 10,000 characters': flow({
    questions: `  ? ${'a'.repeat(10_000)}\n  : { ask: 何？, type: yes-no, no-unsure: x }\n`,
  }),
  'an unknown name of 4,000 characters': flow({ tree: `[kind, ${'a'.repeat(4_000)}, { exit: done }]` }),
  'an id of 4,000 hyphens': flow({
    questions: `  ? a${'-a'.repeat(2_000)}-\n  : { ask: 何？, type: yes-no, no-unsure: x }\n`,
  }),
  'years beyond all years': one(
    flowText().replace('2026-12-31', '99999-12-31').replace('2026-01-10', '-0001-01-01'),
  ),
  'the first and the last year': one(
    flowText().replace('2026-12-31', '9999-12-31').replace('2026-01-10', '0001-01-01'),
  ),
  'the year zero': one(flowText().replace('2026-01-10', '0000-01-01')),
  'a billion working days': flow({
    steps: '  wait: { title: 等, takes: { working-days: 1000000000 }, sources: [law] }\n',
  }),
  'a year without a working day': {
    'holidays.yaml': `years: { 2026: { source: a, on: [], off: [${repeat(12, (n) => `{ from: 2026-${String(n + 1).padStart(2, '0')}-01, to: 2026-${String(n + 1).padStart(2, '0')}-28 }, `)}] } }\n`,
  },
  'the longest times that are allowed': flow({
    tree: '[kind, day, { exit: done }]',
    questions: '  day: { ask: 哪天？, type: date }\n',
    steps: repeat(
      100,
      (n) =>
        `  s${n}: { title: 等, by: { within: { working-days: 1000 }, counted-from: day }, sources: [law] }\n`,
    ),
  }),
  'minus one copy': flow({ materials: '  two: { name: 甲, copies: -1, sources: [law] }\n' }),
  'a ten-to-the-thirtieth copy': flow({ materials: '  two: { name: 甲, copies: 1e30, sources: [law] }\n' }),
  'numbers without end': flow({
    tree: '[kind, n, { exit: done }]',
    questions: '  n: { ask: 几？, type: number, min: -1e308, max: 1e308 }\n',
    rest: 'notes: { x: { say: 甲, when: { n: { gt: 1e307 } }, sources: [law] } }\n',
  }),
  'months between the first year and the last': flow({
    tree: '[kind, a, b, { exit: done }]',
    questions: '  a: { ask: 几？, type: month }\n  b: { ask: 几？, type: month }\n',
    rest: 'derive: { m: { months-between: [a, b] }, p: { month: a, plus: 1200 }, q: { month: a, plus: -1200 } }\nnotes: { x: { say: <p>到<q>, when: { any: [{ m: { gt: 119000 } }, { a: { lt: 0001-01 } }, { b: { gt: 9999-12 } }] }, sources: [law] } }\n',
  }),
};

const manyPlaces = (count: number): string => repeat(count, (n) => `  p${n}: { ask: 何？, type: place }\n`);
const FACTS = [
  'in-province-filing-free',
  'jjj-filing-free',
  'transfer-by-itself',
  'window-wants-certificate',
  'permit-needed',
];

/** Flows with so many cases that nobody could look at each. */
const PROOFS: Readonly<Record<string, HostileFiles>> = {
  '30 questions that branch': flow({
    tree: `[kind, ${repeat(30, (n) => `q${n}: { yes: [], no: [] }, `)}{ exit: done }]`,
    questions: repeat(30, yesNo),
  }),
  '30 questions that may stay open': flow({
    tree: `[kind, ${repeat(30, (n) => `q${n}: { yes: [], no: [], unsure: [] }, `)}{ exit: done }]`,
    questions: repeat(30, kept),
  }),
  '30 conditions in a row': flow({
    tree: `[kind, ${repeat(30, (n) => `q${n}, { when: { q${n}: yes }, then: [] }, `)}{ exit: done }]`,
    questions: repeat(30, yesNo),
  }),
  '4,096 paths and 200 lines': flow({
    tree: `[kind, ${repeat(12, (n) => `q${n}: { yes: [], no: [] }, `)}{ exit: done }]`,
    questions: repeat(12, yesNo),
    rest: `warnings:\n${repeat(200, (n) => `  w${n}: { say: 第 ${n} 条, when: { any: [{ q${n % 12}: yes }, { q${(n * 7 + 1) % 12}: no }] }, sources: [law] }\n`)}`,
  }),
  '200 lines of 20 questions each': flow({
    tree: `[kind, ${repeat(20, (n) => `q${n}, `)}{ exit: done }]`,
    questions: repeat(20, yesNo),
    rest: `warnings:\n${repeat(200, (n) => `  w${n}: { say: 第 ${n} 条, when: { any: [${repeat(8, (k) => `{ q${(n * 3 + k * 5) % 20}: ${k % 2 ? 'yes' : 'no'} }, `)}] }, sources: [law] }\n`)}`,
  }),
  'ten questions of twelve boxes': flow({
    tree: `[kind, ${repeat(10, (n) => `m${n}, `)}{ exit: done }]`,
    questions: repeat(
      10,
      (n) =>
        `  m${n}: { ask: 何？, type: multi, at-least: 0, no-unsure: x, options: { ${repeat(12, (k) => `o${k}: 第${k}, `)} } }\n`,
    ),
    rest: `warnings:\n${repeat(120, (n) => `  w${n}: { say: 第 ${n} 条, when: { m${n % 10}: { has: [o${n % 12}] } }, sources: [law] }\n`)}`,
  }),
  'eight months compared': flow({
    tree: `[kind, ${repeat(8, (n) => `m${n}, `)}{ exit: done }]`,
    questions: repeat(8, (n) => `  m${n}: { ask: 何？, type: month }\n`),
    rest: `derive:\n${repeat(7, (n) => `  g${n}: { months-between: [m${n}, m${n + 1}] }\n`)}warnings:\n${repeat(70, (n) => `  w${n}: { say: 第 ${n} 条, when: { g${n % 7}: { gt: ${n} } }, sources: [law] }\n`)}`,
  }),
  'eight places compared': flow({
    tree: `[kind, ${repeat(8, (n) => `p${n}, `)}{ exit: done }]`,
    questions: manyPlaces(8),
    rest: `derive:\n${repeat(7, (n) => `  g${n}: { same: [p${n}, p${n + 1}], at: pool }\n`)}warnings:\n${repeat(7, (n) => `  w${n}: { say: 第 ${n} 条, when: g${n}, sources: [law] }\n`)}`,
  }),
  'two places and many facts': flow({
    head: 'jurisdiction: p0',
    tree: '[p0, p1, kind, { exit: done }]',
    questions: manyPlaces(2),
    rest: `derive: { near: { same: [p0, p1], at: pool } }\nwarnings:\n${FACTS.map(
      (fact, n) =>
        `  w${n}: { say: 条, when: { fact: ${fact}, of: p${n % 2} }, sources: [law] }\n  v${n}: { say: 条, when: { all: [near, { fact: ${fact} }] }, sources: [law] }\n`,
    ).join('')}`,
  }),
  'branches within branches': flow({
    tree: `[kind, ${nested(7)}, { exit: done }]`,
    questions: repeat(28, kept),
  }),
};

/** Four questions in a row on each of so many levels, each level within each branch of the last. */
function nested(levels: number, level = 0): string {
  if (level === levels) return 'kind';
  const q = (n: number): string => `q${level * 4 + n}`;
  const inner = level + 1 === levels ? '' : nested(levels, level + 1);
  const row = [0, 1, 2].map((n) => `${q(n)}: { yes: [], no: [], unsure: [] }`).join(', ');
  return `${row}, ${q(3)}: { yes: [${inner}], no: [], unsure: [] }`;
}

/** As much as the limits allow. */
const FULL: Readonly<Record<string, HostileFiles>> = {
  '90 questions of 200 options': flow({
    tree: `[kind, ${repeat(90, (n) => `q${n}, `)}{ exit: done }]`,
    questions: repeat(
      90,
      (n) => `  q${n}: { ask: 何？, no-unsure: x, options: { ${repeat(200, (k) => `a${k}: 甲, `)} } }\n`,
    ),
  }),
  '450 lines of 10 tests on 90 questions': flow({
    tree: `[kind, ${repeat(90, (n) => `q${n}, `)}{ exit: done }]`,
    questions: repeat(90, yesNo),
    rest: `warnings:\n${repeat(450, (n) => `  w${n}: { say: 第 ${n} 条, when: { any: [${repeat(10, (k) => `{ q${(n * 7 + k * 13) % 90}: yes }, `)}] }, sources: [law] }\n`)}`,
  }),
  '450 lines of 290 tests each': flow({
    rest: `derive:\n  d0: { kind: paper }\n${repeat(289, (n) => `  d${n + 1}: d${n}\n`)}warnings:\n${repeat(450, (n) => `  w${n}: { say: 第 ${n} 条, when: { all: [d289, { kind: phone }] }, sources: [law] }\n`)}`,
  }),
  '700 nodes of tree': flow({
    tree: `[kind, ${repeat(90, (n) => `q${n}: { yes: [kind, kind, kind], no: [kind, kind, kind] }, `)}{ exit: done }]`,
    questions: repeat(90, yesNo),
  }),
  '18 levels of branches': flow({
    tree: `[kind, ${repeat(18, (n) => `q${n}: { no: [], yes: [`)
      .replaceAll('[q', '[{ q')
      .replace(/^/, '{ ')}kind${']}}'.repeat(18)}, { exit: done }]`,
    questions: repeat(18, yesNo),
  }),
  '450 cases of 90 questions': {
    ...flow({
      tree: `[kind, ${repeat(90, (n) => `q${n}, `)}{ exit: done }]`,
      questions: repeat(90, yesNo),
    }),
    'bad/cases.yaml': `all: &all { kind: paper, ${repeat(90, (n) => `q${n}: yes, `)} }\ncases:\n${repeat(450, (n) => `  - { id: c${n}, title: 甲, answers: *all, outcome: done, must: [card] }\n`)}`,
  },
  'a table of 900 rows read by 300 lines': {
    ...flow({
      tree: '[kind, n, { exit: done }]',
      questions: '  n: { ask: 几？, type: number, min: 0, max: 1000 }\n',
      rest: `derive: { row: { lookup: tables/big, by: [n] } }\nwarnings:\n${repeat(300, (n) => `  w${n}: { say: 第 ${n} 条, when: { row: ${n} }, sources: [law] }\n`)}`,
    }),
    'shared/tables/big.yaml': `title: 表\ncolumns: [a]\nsources: [yb-2022-22]\nrows:\n${repeat(900, (n) => `  - { match: [${n}], is: ${n} }\n`)}`,
  },
  '200 facts declared and read': {
    ...flow({
      head: 'jurisdiction: p0',
      tree: '[kind, p0, { exit: done }]',
      questions: manyPlaces(1),
      rest: `warnings:\n${repeat(200, (n) => `  w${n}: { say: 条, when: { fact: f${n} }, sources: [law] }\n`)}`,
    }),
    'places/00-nation.yaml': `place: "00"\nfacts:\n${repeat(200, (n) => `  f${n}: { type: yes-no, name: 甲, find-out: 乙 }\n`)}`,
  },
};

/** Hostile folders by what they are, and by what they attack. */
export const HOSTILE_FLOWS = { yaml: YAML, names: NAMED, much: MUCH, proofs: PROOFS, full: FULL } as const;
