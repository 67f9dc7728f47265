import path from 'node:path'
import { runNode, typescript } from './child.mjs'
import { install } from './install.mjs'
import { makeDataFolder, root } from './paths.mjs'
import { run } from './say.mjs'

/** Measures the product on the large data set; `-- --json` prints figures only. */
await run(async () => {
  await install()
  makeDataFolder()
  const args = [...typescript, path.join(root, 'tests/bench/bench.ts'), ...process.argv.slice(2)]
  const { code } = await runNode(args)
  process.exitCode = code
})
