import type { TestProject } from 'vitest/node'
import { connect } from '@/db/roles'
import { dropLeftDatabases, joinCluster, leaveCluster } from './cluster'
import { ensureTemplate, type Template } from './template'

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

/** Before all files: a running cluster and the template database. After all: everything that was started is ended. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const superuser = await joinCluster()
  project.provide('template', await ensureTemplate(superuser))
  return async () => {
    const sql = connect(superuser)
    await dropLeftDatabases(sql)
    await sql.end()
    await leaveCluster()
  }
}
