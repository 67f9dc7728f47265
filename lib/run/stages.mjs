import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from './build.mjs'
import { lastLines, program, runNode } from './child.mjs'
import { root } from './paths.mjs'
import { Stop, stop } from './say.mjs'

const configs = { unit: 'tests/vitest.config.ts', browser: 'tests/vitest.browser.config.ts' }
const style = 'tests/architecture/style.json'

/** A command that either passes or fails as a whole. */
async function command(args, { env, live }) {
  const { code, output } = await runNode(args, { env, quiet: !live })
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
}

async function types(options) {
  const generated = await command([program.next, 'typegen'], options)
  return generated.failed ? generated : command([program.tsc, '--noEmit', '--incremental', 'false'], options)
}

/** Counts what one run of the test runner reported; a file that could not even be read is one failure. */
export function countTests(report, code) {
  const isBroken = ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((each) => each.status === 'failed')
  const broken = report.testResults.filter(isBroken)
  const failed = report.numFailedTests + broken.length
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The names of tests that passed at their second try only: said aloud, since they hide a race of the test or of the product. */
export const atSecondTry = (report) =>
  report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName }) => fullName)

async function vitest(kind, { env, live, filters }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'accord-tests-'))
  const file = path.join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const args = [program.vitest, 'run', '--config', configs[kind], ...reporters, ...filters]
    const { code, output } = await runNode(args, { env, quiet: !live })
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return { ...countTests(report, code), again: atSecondTry(report), output }
  } catch (error) {
    return { passed: 0, failed: 1, output: String(error) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function built({ env }) {
  try {
    await build(env)
    return { passed: 1, failed: 0, output: '' }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { passed: 0, failed: 1, output: error.message }
  }
}

const stages = [
  ['types', types],
  ['style', (options) => command([program.biome, 'check', `--config-path=${style}`, '.'], options)],
  ['unit', (options) => vitest('unit', options)],
  ['build', built],
  ['browser', (options) => vitest('browser', options)],
]

const isBrowserTest = (file) => /^tests\/(journeys|e2e)\//.test(file)

/** Test files that hold a bar: by their folder, or because they measure with what that folder offers. */
function barFiles() {
  return readdirSync(path.join(root, 'tests'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        /bars/.test(path.relative(root, file)) || /from '.*\bbars\/|ACCORD_BARS/.test(readFileSync(file, 'utf8')),
    )
    .map((file) => path.relative(root, file).split(path.sep).join('/'))
}

/** Which stages run and on which files: all of them, one by name, or those that hold a bar. */
function plan(args) {
  const only = args.find((each) => each.startsWith('--only='))?.slice('--only='.length)
  const bars = args.includes('--bars')
  const filters = args.filter((each) => !each.startsWith('--'))
  if (only && !stages.some(([name]) => name === only)) {
    stop(`--only takes one of ${stages.map(([name]) => name).join(', ')}, not "${only}".`)
  }
  if (bars && filters.length === 0) filters.push(...barFiles())
  const browser = filters.filter(isBrowserTest)
  const names = only
    ? [only]
    : filters.length === 0
      ? stages.map(([name]) => name)
      : [...(browser.length < filters.length ? ['unit'] : []), ...(browser.length > 0 ? ['build', 'browser'] : [])]
  const filesOf = { unit: filters.filter((file) => !isBrowserTest(file)), browser: browser }
  return { names, bars, live: names.length === 1, filesOf: only ? { [only]: filters } : filesOf }
}

/**
 * Runs the stages in order, each with one line of summary, and prints the sum alone on the last line.
 * Says whether everything passed.
 */
export async function test(args) {
  const { names, bars, live, filesOf } = plan(args)
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    ACCORD_TEST_ALL: '1',
    ...(bars && { ACCORD_BARS: 'full' }),
  }
  const total = { passed: 0, failed: 0 }
  for (const [name, work] of stages.filter(([each]) => names.includes(each))) {
    const began = Date.now()
    const { passed, failed, skipped, again = [], output } = await work({ env, live, filters: filesOf[name] ?? [] })
    total.passed += passed
    total.failed += failed
    if (failed > 0 && output) console.log(`\n${lastLines(output, 400)}\n`)
    const outcome = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
    console.log(`· ${name.padEnd(8)} ${outcome} in ${((Date.now() - began) / 1000).toFixed(1)} s`)
    for (const each of again) console.log(`           at the second try: ${each}`)
    if (name === 'build' && failed > 0) break
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0
}
