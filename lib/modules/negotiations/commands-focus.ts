import { focusThemes, negotiationIssues } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { memberExists } from '@/lib/modules/workspace/queries'
import { holdIssue, onTheTable } from './commands-issues'
import { tell } from './commands-telling'
import { keepNegotiation } from './commands-upkeep'
import { may } from './manifest'
import { focusMessages } from './messages-focus'
import { addFocusInput, consentInput, editFocusInput, focusRef, setStanceInput } from './model-focus'
import { findColleagues } from './queries-colleagues'
import { findSameTheme, findThemes } from './queries-focus'
import { leadsOf, mustBeFree, mustBePeriod, mustFitFocus, mustKnowOwner, mustNeedConsent } from './rules-focus'

const configures = {
  permission: may.configure,
  messages: focusMessages,
  refreshes: ['/negotiations/focus', '/negotiations/[negotiationId]/issues'],
}

/** Says what marketing is about from the first day to the last, both included. */
export const addFocus = command({
  name: 'negotiations.addFocus',
  ...configures,
  input: addFocusInput,
  async run(work, theme) {
    mustBePeriod(theme)
    mustKnowOwner(await memberExists(work, theme.ownerId))
    mustBeFree(await findSameTheme(work, theme.name, theme.validFrom, null))
    const row = await insertRow(work, focusThemes, theme)
    return { focusId: row.id }
  },
})

export const editFocus = command({
  name: 'negotiations.editFocus',
  ...configures,
  input: editFocusInput,
  async run(work, { focusId, version, ...theme }) {
    mustBePeriod(theme)
    mustKnowOwner(await memberExists(work, theme.ownerId))
    mustBeFree(await findSameTheme(work, theme.name, theme.validFrom, focusId))
    const row = await changeRow(work, focusThemes, { id: focusId, version }, theme)
    return { focusId, version: row.version }
  },
})

/** Issues that named it keep it; nobody chooses it any more. */
export const archiveFocus = command({
  name: 'negotiations.archiveFocus',
  ...configures,
  input: focusRef,
  async run(work, { focusId }) {
    await changeRow(work, focusThemes, { id: focusId }, { archivedAt: work.now })
    return { focusId }
  },
})

const noConsent = { consentBy: null, consentAt: null, consentNote: null }

/**
 * Says whether an issue supports the focus or goes against it. Only themes in force today can be chosen; against needs a
 * reason and a lead's consent, which a change of stance or theme voids. The lead of whoever leads it is told.
 */
export const setStance = command({
  name: 'negotiations.setStance',
  ...onTheTable,
  input: setStanceInput,
  async run(work, { issueId, version, focusId, stance, reason }) {
    const { actor, now } = work
    const { account, negotiation, negotiationId, issue } = await holdIssue(work, issueId)
    const theme = (await findThemes(work)).find(({ id }) => id === focusId) ?? null
    mustFitFocus({ stance, reason }, theme, issue.focusId, dayOf(now, actor.timeZone))
    const kept = theme?.id ?? null
    const same = stance === issue.stance && kept === issue.focusId
    const patch = { focusId: kept, stance, stanceReason: reason }
    const said = same ? {} : { stanceBy: actor.id, stanceAt: now, ...noConsent }
    const row = await changeRow(work, negotiationIssues, { id: issueId, version }, { ...patch, ...said })
    await keepNegotiation(work, negotiationId)
    if (stance === 'against' && !same && theme)
      await tell(work, leadsOf(await findColleagues(work, account), negotiation.ownerId), {
        kind: 'negotiations.againstFocus',
        text: saidInAll(focusMessages, 'told', { title: negotiation.title, issue: issue.name, focus: theme.name }),
        href: '/negotiations/focus',
        subjectKind: 'negotiation',
        subjectId: negotiationId,
        key: `negotiations.against.${issueId}.${row.version}`,
      })
    return { negotiationId, issueId, version: row.version }
  },
})

/** A lead's consent to trade against the focus; not by whoever said that it does. */
export const consentFocus = command({
  name: 'negotiations.consentFocus',
  ...onTheTable,
  permission: may.consent,
  refreshes: [...onTheTable.refreshes, '/negotiations/focus'],
  input: consentInput,
  async run(work, { issueId, note }) {
    const { negotiationId, issue } = await holdIssue(work, issueId)
    mustNeedConsent(issue, work.actor.id)
    const consent = { consentBy: work.actor.id, consentAt: work.now, consentNote: note }
    await changeRow(work, negotiationIssues, { id: issueId }, consent)
    await keepNegotiation(work, negotiationId)
    return { negotiationId, issueId }
  },
})
