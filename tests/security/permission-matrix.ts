import { type Role, roles } from '@/lib/kernel/actor'

/**
 * Who may do what, cell by cell, written by hand beside the manifests: a change on one side alone fails a test.
 * Columns: account manager, sales assistant, sales lead, manager, specialist, administrator, auditor.
 */
const table = `
workspace.see                x x x x x x x
workspace.seePermissions     . . . x . x x
workspace.manageMembers      . . . . . x .
workspace.configure          . . . . . x .
files.see                    x x x x x x x
files.upload                 x x x x x x .
files.change                 x x x x x x .
mail.see                     . . . . . x x
mail.deliver                 . . . . . x .
notifications.see            x x x x x x x
notifications.deliver        . . . . . x .
confirmations.see            x x x x x x x
confirmations.confirm        x . x x . x .
confirmations.lengthen       . . x x . x .
accounts.see                 x x x x x x x
accounts.open                x x x x . x .
accounts.edit                x . x x . x .
links.see                    x x x x x x x
links.issue                  x x x x x x .
links.file                   x x x x x x .
links.answer                 . . . . . . .
approvals.see                x x x x x x x
approvals.submit             x x x x x x .
approvals.decide             x . x x x x .
approvals.delegate           x . x x x x .
approvals.setPolicies        . . . x . x .
approvals.keepTime           . . . . . x .
contacts.see                 x x x x x x x
contacts.edit                x x x x . x .
contacts.confirm             x . x x . x .
interactions.see             x x x x x x x
interactions.log             x x x x x x .
interactions.enterForOthers  . x x x . . .
interactions.change          x x x x x x .
interactions.promise         x x x x x x .
interactions.keepClocks      . . . . . x .
needs.see                    x x x x x x x
needs.record                 x x x x x x .
needs.verify                 x x x x x x .
needs.plan                   x . x x . x .
needs.decide                 x x x x x x .
needs.writeProcedures        . . x x x x .
needs.configure              . . x x . x .
needs.seeAnswering           . . x x . x x
needs.remind                 . . . . . x .
pricing.see                  x x x x x x x
pricing.acknowledge          x x x x x x x
pricing.setPolicy            . . x x . x .
pricing.setRules             . . x x . x .
pricing.setFloors            . . x x x . .
pricing.ask                  x . x x . x .
pricing.setRebates           x . x x . x .
pricing.tell                 . . . . . x .
history.see                  . . . x . x x
demo.load                    . . . . . x .
demo.remove                  . . . . . x .
products.see                 x x x x x x x
products.edit                . . x x . x .
products.price               . . x x . x .
products.cost                . . x x x . .
sales.see                    x x x x x x x
sales.book                   . x x x . x .
sales.keepMonths             . . . . . x .
promotions.see               x x x x x x x
promotions.plan              x . x x . x .
promotions.settle            x . x x x x .
promotions.fund              . . x x . x .
promotions.remind            . . . . . x .
terms.see                    x x x x x x x
terms.draft                  x . x x . x .
terms.setStandards           . . x x . x .
terms.compare                . . x x x . x
terms.deduct                 x . x x x x .
terms.record                 . . . . . x .
negotiations.see             x x x x x x x
negotiations.talk            x x x x x x .
negotiations.negotiate       x . x x . x .
negotiations.contribute      x x x x x x .
negotiations.consent         . . x x . . .
negotiations.observe         . . x x . . .
negotiations.configure       . . x x . x .
agreements.see               x x x x x x x
agreements.draft             x . x x . x .
agreements.end               . . . x . x .
agreements.hold              . . . x x x .
agreements.readFeed          . . . . . . .
agreements.fulfil            x x x x x x .
agreements.advise            x x x x x x .
agreements.configure         . . x x . x .
agreements.sign              x x x x x x .
agreements.signByLink        . . . . . . .
agreements.keepTime          . . . . . x .
kpis.see                     x x x x x x x
kpis.agree                   x . x x . x .
kpis.measure                 x x x x x x .
kpis.restate                 . . . x . x .
kpis.share                   x . x x . x .
kpis.configure               . . x x . x .
kpis.keep                    . . . . . x .
kpis.handle                  x x x x x x .
kpis.keepTime                . . . . . x .
threads.see                  x x x x x x x
negotiations.keepTime        . . . . . x .
imports.see                  x x x x . x x
imports.upload               x x x x . x .
imports.bringAccounts        x . x x . x .
imports.bringMembers         . . . . . x .
imports.bringInteractions    x x x x . x .
imports.bringProducts        . . x x . x .
imports.bringSales           . x x x . x .
imports.bringMeasurements    x x x x . x .
imports.bringForOthers       . x x x . x .
`

export const matrix: Readonly<Record<string, readonly Role[]>> = Object.fromEntries(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...marks] = line.split(/\s+/)
      return [name, roles.filter((_, column) => marks[column] === 'x')]
    }),
)
