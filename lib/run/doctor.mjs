const { run } = await import('./say.mjs')
await run(async () => {
  const { readEnvironmentFile } = await import('./environment.mjs')
  const { machineChecks } = await import('./doctor-machine.mjs')
  const { settingChecks } = await import('./doctor-settings.mjs')
  const { databaseChecks } = await import('./doctor-database.mjs')
  readEnvironmentFile()
  const marks = { ok: '✓', warn: '!', fail: '✗' }
  const count = { ok: 0, warn: 0, fail: 0 }
  for (const checks of [machineChecks, settingChecks, databaseChecks]) {
    for (const { level, name, finding, fix } of await checks()) {
      count[level]++
      console.log(`${marks[level]} ${name}: ${finding}`)
      if (level !== 'ok' && fix) console.log(`    → ${fix}`)
    }
  }
  console.log(
    `\n${count.ok} fine, ${count.warn} to look at, ${count.fail} to mend · ${count.ok} 項正常，${count.warn} 項請留意，${count.fail} 項需處理`,
  )
  process.exitCode = count.fail > 0 ? 1 : 0
})
