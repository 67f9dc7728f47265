const { run } = await import('./say.mjs')
await run(async () => {
  const { install } = await import('./install.mjs')
  await install()
  const { readEnvironmentFile } = await import('./environment.mjs')
  readEnvironmentFile()
  const { backUp } = await import('./backup-cluster.mjs')
  await backUp(process.argv[2])
})
