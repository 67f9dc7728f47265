/** What a migration may not hold, and why it would hurt: on a sharded cluster, or by silently touching every tenant. */
const refused: readonly [RegExp, string][] = [
  [/\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i, 'a trigger'],
  [/\bcreate\s+(or\s+replace\s+)?rule\b/i, 'a rule'],
  [/\brename\s+constraint\b/i, 'RENAME CONSTRAINT'],
  [
    /\badd\s+column\b[^;]*\b(serial|bigserial|smallserial|generated\s+\w+(\s+\w+)?\s+as\s+identity)\b/i,
    'a serial or identity column',
  ],
  [/\bon\s+(delete|update)\s+set\s+(null|default)\b/i, 'SET NULL or SET DEFAULT'],
  [/\bmaterialized\s+view\b/i, 'a materialized view'],
  [/\bforce\s+row\s+level\b/i, 'FORCE ROW LEVEL SECURITY'],
  [/\bset_config\s*\(/i, 'set_config'],
  [/\bdesc\s+nulls\s+last\b/i, 'DESC NULLS LAST'],
  [/\bconcurrently\b/i, 'CONCURRENTLY'],
  [/\bcreate\s+(unlogged\s+|temp(orary)?\s+)?table\b[^;]*\bas\s+(select|with)\b/i, 'CREATE TABLE … AS'],
  [/^\s*update\s/im, 'a bare UPDATE'],
  [/\binsert\s+into\b[^;]*\bselect\b/i, 'INSERT … SELECT'],
]

const uniqueIndex = /\bcreate\s+unique\s+index\b[^;]*/gi

/** Sentences about one migration's text. Bodies of functions and comments do not count: they are not run by it. */
export function migrationViolations(text: string, globals: readonly string[]): string[] {
  const bare = text
    .replace(/\$\$[\s\S]*?\$\$/g, "''")
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/--(?!> statement-breakpoint).*$/gm, '')
  const found = refused.filter(([pattern]) => pattern.test(bare)).map(([, what]) => what)
  for (const [index] of bare.matchAll(uniqueIndex)) {
    const table = /\bon\s+(?:"?public"?\.)?"?(\w+)"?/i.exec(index)?.[1] ?? ''
    if (!globals.includes(table) && !/workspace_id/.test(index))
      found.push(`a unique index of ${table} without workspace_id`)
  }
  const joined = bare.split(/--> statement-breakpoint|;/).filter((each) => /\badd\s+constraint\b/i.test(each))
  if (joined.some((each) => (each.match(/\badd\s+(constraint|column)\b/gi)?.length ?? 0) > 1))
    found.push('ADD CONSTRAINT beside another change')
  return found
}
