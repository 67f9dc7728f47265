import { needProcedures, needProcedureVersions } from '@/db/schema/needs'
import { command } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { eachLocale, saidInAll, verbatim } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { submitForApproval } from '@/lib/modules/approvals/commands'
import { may } from './manifest'
import { messages } from './messages'
import { submitProcedureInput, writeProcedureInput } from './model-procedures'
import { findNewest, findVersion, procedureHashOf } from './queries-procedures'
import { mustBeNewWords, mustBeSubmittable, mustHavePoints } from './rules-procedures'

/** A line of the review desk shows the beginning; the whole stands on the page that it leads to. */
const longestLine = 1900

const writes = { permission: may.writeProcedures, messages, refreshes: ['/(crm)/needs/procedures'] }

/**
 * Writes how a kind of need is made sure of, as a new version: the one in force stays in force until the new one is
 * approved, and verifications keep the version they were made by.
 */
export const writeProcedure = command({
  name: 'needs.writeProcedure',
  ...writes,
  input: writeProcedureInput,
  async run(work, { kind, ...words }) {
    mustHavePoints(words.checklist.length)
    const newest = await findNewest(work, kind)
    if (newest?.version) mustBeNewWords(procedureHashOf(newest.version), procedureHashOf(words))
    const procedureId = newest?.procedureId ?? (await insertRow(work, needProcedures, { kind })).id
    const row = await insertRow(work, needProcedureVersions, {
      ...words,
      procedureId,
      number: (newest?.version?.number ?? 0) + 1,
      authorId: work.actor.id,
    })
    return { id: row.id, number: row.number }
  },
})

/** Asks for approval of a version. Refuses one that waits or was decided on. */
export const submitProcedure = command({
  name: 'needs.submitProcedure',
  ...writes,
  input: submitProcedureInput,
  async run(work, { procedureVersionId, reason }) {
    await lockRow(work, needProcedureVersions, procedureVersionId)
    const version = await findVersion(work, procedureVersionId)
    mustBeSubmittable(version.state)
    const kind = (locale: 'en' | 'zh-TW') => translatorOf(messages, locale)(`procedure_${version.kind}`)
    const { state } = await work.call(submitForApproval, {
      subjectKind: 'needProcedure',
      subjectId: procedureVersionId,
      accountId: null,
      title: saidInAll(messages, 'procedureTitle', (locale) => ({ kind: kind(locale), number: version.number })),
      href: '/needs/procedures',
      contentHash: procedureHashOf(version),
      facts: {},
      lines: [
        {
          key: 'body',
          aspect: 'procedure',
          label: eachLocale(kind),
          standard: null,
          was: null,
          now: verbatim(
            cut(
              [version.title, version.body, ...version.checklist.map((point) => `☐ ${point}`)].join('\n'),
              longestLine,
            ),
          ),
          costPerYear: null,
          detail: null,
          why: null,
          confidential: false,
        },
      ],
      totals: { costPerYear: null, marginPct: null, value: null },
      reason,
    })
    await changeRow(work, needProcedureVersions, { id: procedureVersionId }, { submittedAt: work.now })
    return { id: procedureVersionId, state }
  },
})
