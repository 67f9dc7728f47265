const { run } = await import('./say.mjs')
await run(async () => {
  const { install } = await import('./install.mjs')
  await install()
  const { readEnvironmentFile } = await import('./environment.mjs')
  readEnvironmentFile()
  const { restore } = await import('./restore-cluster.mjs')
  const given = process.argv.slice(2)
  await restore(
    given.find((each) => !each.startsWith('--')),
    { force: given.includes('--force') },
  )
})
