const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Accord needs Node 20.19 or newer; this is ${process.versions.node}. 需要 Node 20.19 以上版本。`)
  process.exit(1)
}

const { run } = await import('./say.mjs')
const { launch } = await import('./launch.mjs')
await run(() => launch({ demo: process.argv.includes('--demo'), dev: process.argv.includes('--dev') }))
