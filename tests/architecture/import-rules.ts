import type { IForbiddenRuleType } from 'dependency-cruiser'

/** The plan, as import rules: each reads as a sentence when it is broken. */
const anyModule = '^lib/modules/([^/]+)/'
const rules: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file or three.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    comment: 'A file nobody imports is dead.',
    from: {
      orphan: true,
      pathNot: [
        '^tests/',
        '^app/',
        '^db/',
        '^lib/run/',
        '^instrumentation\\.ts$',
        '\\.d\\.ts$',
        '\\.css$',
        '^[^/]+\\.(js|mjs)$',
      ],
    },
    to: {},
  },
  {
    name: 'routes-are-thin',
    comment: 'app/ may use modules, ui and kernel entry points; never the database.',
    from: { path: '^app/' },
    to: { path: ['^db/', 'node_modules/(drizzle-orm|postgres)/'] },
  },
  {
    name: 'routes-use-the-entry-points',
    comment: 'A route may read, show and act; it never runs a command or a rule itself.',
    from: { path: '^app/' },
    to: { path: '^lib/modules/[^/]+/(commands|rules|subscribers|jobs)[a-z-]*\\.ts$' },
  },
  { name: 'nothing-imports-routes', from: { pathNot: '^app/' }, to: { path: '^app/' } },
  { name: 'kernel-knows-no-module', from: { path: '^lib/kernel/' }, to: { path: '^lib/(modules|ui)/' } },
  {
    name: 'ui-knows-no-business',
    from: { path: '^lib/ui/' },
    to: {
      path: ['^lib/modules/', '^db/', '^lib/kernel/'],
      pathNot:
        '^lib/kernel/(messages|kernel-messages|changed|paper|paper-messages|translate|refusal|form-state|list-view|day|day-roc|workday|money|name|punctuation)\\.ts$',
    },
  },
  {
    name: 'furniture-owns-its-libraries',
    comment: 'Only lib/ui knows which table and component libraries we use.',
    from: { pathNot: '^lib/ui/' },
    to: { path: 'node_modules/(@tanstack|@base-ui|recharts)/' },
  },
  {
    name: 'core-is-pure',
    comment: 'model and rules decide; they reach no IO, not even through a friend.',
    from: { path: '^lib/modules/[^/]+/(model|rules)[a-z-]*\\.ts$' },
    to: {
      reachable: true,
      path: [
        '^db/',
        '^lib/kernel/(transaction|write|perform|session|action|read|log|events|search|list)\\.ts$',
        'node_modules/(drizzle-orm|postgres|next|react|server-only)/',
        '^(node:)?(fs|net|http|https|crypto|child_process)$',
      ],
    },
  },
  {
    name: 'one-connection',
    comment: 'Only the transaction opens the database.',
    from: { pathNot: ['^lib/kernel/transaction\\.ts$', '^db/', '^lib/run/', '^tests/', '^instrumentation\\.ts$'] },
    to: { path: '^db/client\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'one-road',
    comment:
      'Only perform opens a scope, identity before there is an actor, and whoever verifies the history. Whoever wants a change performs.',
    from: {
      pathNot: [
        '^lib/kernel/(perform|command-log|seal|recorded)\\.ts$',
        '^lib/kernel/identity/',
        '^tests/',
        '^lib/run/',
        '^db/',
      ],
    },
    to: { path: '^lib/kernel/transaction\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'writes-own-tables-only',
    comment:
      'A module writes only its own tables; to change a neighbour, call its command. Reading one in a join is fine.',
    from: { path: '^lib/modules/([^/]+)/(commands|subscribers|jobs)[a-z-]*\\.ts$' },
    to: { path: '^db/schema/([^/]+)\\.ts$', pathNot: ['^db/schema/$1\\.ts$'] },
  },
  {
    name: 'neighbours-use-the-public-files',
    comment:
      'Of another module: manifest, model, queries, list, commands, messages, and its shared views: picker, mark, fields. Nothing else.',
    from: { path: anyModule },
    to: {
      path: '^lib/modules/[^/]+/',
      pathNot: [
        '^lib/modules/$1/',
        '^lib/modules/[^/]+/(manifest|model|queries|list|commands|messages)[a-z-]*\\.ts$',
        '^lib/modules/[^/]+/views/(picker|mark|fields)\\.tsx$',
      ],
    },
  },
  {
    name: 'the-browser-gets-no-server-code',
    comment: 'A view reaches queries, commands or the database only through an action.',
    from: { path: '^lib/modules/[^/]+/views/' },
    to: { path: ['^lib/modules/[^/]+/(queries|commands)[a-z-]*\\.ts$', '^db/'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'modules-have-an-order',
    comment: 'If A needs B, B never needs A: use an event.',
    scope: 'folder',
    from: { path: '^lib/modules/[^/]+$' },
    to: { circular: true },
  },
]

export const forbidden = rules.map((rule) => ({ severity: 'error' as const, ...rule }))
export const options = {
  doNotFollow: { path: 'node_modules' },
  /** The demonstration is written with every module's commands, so it stands above them all, as tests do. */
  exclude: { path: '^(\\.next|\\.data|db/seed/)' },
  tsPreCompilationDeps: 'specify' as const,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
  },
}
