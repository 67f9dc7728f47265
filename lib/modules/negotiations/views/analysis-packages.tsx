import { exact } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { RecordTable } from '@/lib/ui/record-table'
import type { PackageStudy, SpaceStudy, Study } from '../model-analysis'
import { addressOfValues } from '../rules-offers'
import type { StudySaid } from './analysis-said'
import { PackageMap } from './package-map'

type Part = { study: Study; said: StudySaid }
/** The form for offers of whoever may make one. */
type Offerable = { offerHref: string | null }

/** All packages: the map, the points of reference, the efficient ones. N03. */
export function PackagesCard({ study, said }: Part) {
  const { t, rule, issue } = said
  const { space, problem } = study
  if (!space)
    return problem ? (
      <Card title={t('map')}>
        <p className="notice info">{t('problem', { why: rule(problem.code) })}</p>
      </Card>
    ) : null
  return (
    <Card id="packages" title={t('map')}>
      <div className="grid gap-4">
        <p>
          {t('mapText', {
            count: space.count,
            frontier: space.frontierCount,
            feasible: space.feasible === null ? 'unknown' : String(space.feasible),
          })}
        </p>
        {space.reductions.map(({ key, dropped, because }) => (
          <p key={`${key} ${because}`} className="text-muted">
            {t(`reduced_${because}`, {
              issue: issue(key),
              options: dropped.map((each) => said.value(key, each)).join(said.comma),
            })}
          </p>
        ))}
        {space.unestimated.length > 0 && (
          <p className="notice info">{t('unestimated', { issues: said.issues(space.unestimated) })}</p>
        )}
        <PackageMap study={study} space={space} said={said} />
        <References space={space} said={said} />
        {said.whole === 'packages' ? (
          <div className="grid gap-2">
            {space.frontierCount > space.frontier.length && (
              <p className="text-muted">
                {t('efficientShown', { shown: space.frontier.length, count: space.frontierCount })}
              </p>
            )}
            <PackageTable caption={t('efficient')} packages={space.frontier} said={said} />
          </div>
        ) : (
          <a className="button small w-fit" href="?all=packages#packages">
            {t('efficient')}
          </a>
        )}
      </div>
    </Card>
  )
}

function References({ space, said }: { space: SpaceStudy; said: StudySaid }) {
  const { t, points } = said
  const rows = (['nash', 'maximin', 'maxJoint'] as const).flatMap((name) => {
    const found = space[name]
    return found
      ? [{ key: name, cells: [t(name), said.values(found.values), points(found.ours), points(found.theirs)] }]
      : []
  })
  return (
    <>
      {space.feasible === null && <p className="text-muted">{t('fairUnknown')}</p>}
      {space.feasible === 0 && <p className="notice warn">{t('fairNone')}</p>}
      <RecordTable
        caption={t('point')}
        columns={[
          { label: t('point') },
          { label: t('package') },
          { label: t('ourScore'), numeric: true },
          { label: t('theirScore'), numeric: true },
        ]}
        rows={rows}
        sentences
      />
    </>
  )
}

type TableProps = {
  caption: string
  packages: readonly PackageStudy[]
  said: StudySaid
  /** Compared with these scores, each package says what it gains. */
  now?: { ours: string; theirs: string }
  /** Where a package can be made an offer; null for those who may not. */
  offerHref?: string | null
}

function PackageTable({ caption, packages, said, now, offerHref = null }: TableProps) {
  const { t, points } = said
  const gained = (score: string, before: string) => points(exact(score).minus(before).toFixed())
  return (
    <RecordTable
      caption={caption}
      columns={[
        { label: t('package') },
        { label: t('ourScore'), numeric: true },
        { label: t('theirScore'), numeric: true },
        ...(now
          ? [
              { label: t('gainUs'), numeric: true },
              { label: t('gainThem'), numeric: true },
            ]
          : []),
        ...(offerHref ? [{ label: t('offer') }] : []),
      ]}
      rows={packages.map(({ values, ours, theirs }, index) => ({
        key: String(index),
        cells: [
          said.values(values),
          points(ours),
          points(theirs),
          ...(now ? [gained(ours, now.ours), gained(theirs, now.theirs)] : []),
          ...(offerHref
            ? [
                <a
                  key="offer"
                  className="button small"
                  href={`${offerHref}?${addressOfValues(values)}#record`}
                  aria-label={t('offerThisNamed', { package: said.values(values) })}
                >
                  {t('offerThis')}
                </a>,
              ]
            : []),
        ],
      }))}
      sentences
    />
  )
}

/** After a yes in principle: what another package would give both. N04. */
export function LeftCard({ study, agreed, said, offerHref }: Part & Offerable & { agreed: boolean }) {
  const { t, points } = said
  if (!agreed || !study.space) return null
  const { left } = study
  if (!left) return <Card title={t('left')}>{t('leftUnsettled')}</Card>
  return (
    <Card title={t('left')}>
      {left.count === 0 ? (
        <p>{t('leftNone')}</p>
      ) : (
        <div className="grid gap-3">
          <p>{t('leftText', { points: points(left.valueLeft), count: left.count })}</p>
          <PackageTable caption={t('left')} packages={left.packages} said={said} now={left.now} offerHref={offerHref} />
          <p className="text-muted">{t('leftHow')}</p>
        </div>
      )}
    </Card>
  )
}

/** Packages of the same worth to us, to be put on the table together. N08. */
export function ProposalsCard({ study, said, offerHref }: Part & Offerable) {
  const { t } = said
  if (!study.space) return null
  return (
    <Card title={t('meso')}>
      {study.proposals.length === 0 ? (
        <p className="text-muted">{t('mesoNone')}</p>
      ) : (
        <div className="grid gap-3">
          <p>{t('mesoText')}</p>
          <PackageTable caption={t('meso')} packages={study.proposals} said={said} offerHref={offerHref} />
        </div>
      )}
    </Card>
  )
}
