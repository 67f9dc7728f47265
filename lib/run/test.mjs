const { run } = await import('./say.mjs')
await run(async () => {
  const { install } = await import('./install.mjs')
  await install()
  const { test } = await import('./stages.mjs')
  process.exitCode = (await test(process.argv.slice(2))) ? 0 : 1
})
