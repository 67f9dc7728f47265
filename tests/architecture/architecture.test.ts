import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { describe, expect, it } from 'vitest'
import { modules } from '@/lib/modules'
import { brokenPlan } from './broken-plan'
import { forbidden, options } from './import-rules'
import { sourceViolations } from './source-lint'

const allowed =
  /^(manifest|actions|subscribers|jobs|evidence|(messages|model|rules|queries|list|commands)(-[a-z0-9-]+)?)\.ts$|^views$/
const folders = readdirSync('lib/modules').filter((name) => statSync(path.join('lib/modules', name)).isDirectory())

async function plan(baseDir?: string): Promise<ICruiseResult> {
  const where = baseDir ? { baseDir } : {}
  const { output } = await cruise(
    ['app', 'lib', 'db'],
    { ...options, ...where, ruleSet: { forbidden }, validate: true },
    undefined,
    { tsConfig: extractTSConfig(path.join(baseDir ?? '.', 'tsconfig.json')) },
  )
  if (typeof output === 'string') throw new Error(output)
  return output
}

describe('the architecture keeps to its plan', async () => {
  const output = await plan()

  it.each(forbidden.map((rule) => rule.name ?? ''))('%s', (name) => {
    const broken = output.summary.violations.filter((violation) => violation.rule.name === name)
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it.each(folders)('%s is a module like the others', (name) => {
    expect(readdirSync(`lib/modules/${name}`).filter((file) => !allowed.test(file))).toEqual([])
    expect(modules.map((each) => each.name)).toContain(name)
  })

  it.each(modules)('$name uses exactly the modules it says it needs', ({ name, needs }) => {
    const used = output.modules
      .filter((module) => module.source.startsWith(`lib/modules/${name}/`))
      .flatMap((module) => module.dependencies)
      .map((dependency) => /^(?:lib\/modules|db\/schema)\/([^/.]+)/.exec(dependency.resolved)?.[1])
      .filter((other): other is string => other !== undefined && other !== name && folders.includes(other))
    expect([...new Set(used)].sort()).toEqual([...needs].sort())
  })

  it('has its modules in an order in which each needs only earlier ones', () => {
    const names = modules.map((each) => each.name)
    const early = modules.flatMap(({ name, needs }) =>
      needs.filter((need) => names.indexOf(need) >= names.indexOf(name)).map((need) => `${name} needs ${need}`),
    )
    expect(early).toEqual([])
  })

  it('writes source in the one way that was agreed', () => {
    expect(sourceViolations(sources(['app', 'lib', 'db']))).toEqual([])
  })
})

describe('a broken plan is noticed', () => {
  it('by every import rule', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plan-'))
    try {
      for (const [file, text] of Object.entries(brokenPlan)) {
        mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
        writeFileSync(path.join(folder, file), text)
      }
      const output = await plan(folder)
      const fired = new Set(output.summary.violations.map((violation) => violation.rule.name))
      expect(forbidden.map((rule) => rule.name).filter((name) => name && !fired.has(name))).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it.each([
    ['lib/modules/x/model.ts', 'z.object({})', 'strict'],
    ['lib/modules/x/model.ts', 'z.looseObject({})', 'strict'],
    ['lib/modules/x/queries.ts', 'sql.raw(text)', 'raw SQL'],
    ['lib/modules/x/queries.ts', 'sql.identifier(text)', 'raw SQL'],
    ['lib/modules/x/commands.ts', 'await tx.insert(table).values(row)', 'audited'],
    ['lib/modules/x/commands.ts', 'await work.tx\n  .delete(table)', 'audited'],
    ['lib/ui/x.tsx', '<p dangerouslySetInnerHTML={x} />', 'HTML'],
    ['lib/modules/x/queries.ts', 'process.env.SECRET', 'environment'],
    ['lib/modules/x/messages.ts', "save: '保存'", '儲存'],
    ['lib/modules/x/rules.ts', '// TODO later', 'scaffolding'],
    ['lib/modules/x/rules.ts', 'const today = new Date()', 'clock'],
  ])('by the source rules: %s with %s', (file, text, why) => {
    expect(sourceViolations([{ file, text }]).join()).toContain(why)
  })
})

type Source = { file: string; text: string }
function sources(roots: readonly string[]): Source[] {
  return roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(root, file))
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  )
}
