const { run } = await import('./say.mjs')
await run(async () => {
  const { install } = await import('./install.mjs')
  await install()
  const { readEnvironmentFile } = await import('./environment.mjs')
  readEnvironmentFile()
  const { withDatabase } = await import('./database-at-rest.mjs')
  const { runNode, typescript } = await import('./child.mjs')
  const { default: path } = await import('node:path')
  const { root } = await import('./paths.mjs')
  const script = path.join(root, 'lib/run/audit-verify.ts')
  const { code } = await withDatabase((env) => runNode([...typescript, script], { env: { ...process.env, ...env } }))
  process.exitCode = code
})
