import { Card } from '@/lib/ui/card'
import type { Rounds } from '../queries-rounds'
import { MeetingForm } from './meeting-form'
import type { Asked } from './round-page'
import type { Speech } from './round-said'

/** The meetings of the rounds: contacts of the account, with what came of them. */
export function Meetings({ rounds, asked, say }: { rounds: Rounds; asked: Asked; say: Speech }) {
  const { t } = say
  const { negotiation, mayWrite, offers, entries, earlierEntries: earlier } = rounds
  return (
    <Card id="meetings" title={t('meetings')}>
      <div className="grid gap-4">
        {earlier > 0 && (
          <a className="link w-fit" href="?rounds=all#meetings">
            {t('earlierMeetings', { count: earlier })}
          </a>
        )}
        {entries.length === 0 ? (
          <p className="text-muted">{t('meetingsEmpty')}</p>
        ) : (
          <ul className="grid gap-4">
            {entries.map((entry) => (
              <li key={entry.id} className="grid gap-1">
                <p className="font-medium">
                  {t('round', { round: entry.round })} · {say.day(entry.day)}{' '}
                  <a className="link font-normal" href={`/interactions/${entry.interactionId}`}>
                    {t('seeContact')}
                  </a>
                </p>
                <p className="whitespace-pre-line">{entry.summary}</p>
                <dl className="grid gap-1">
                  {(
                    [
                      ['agreedIn', entry.agreedPoints],
                      ['openIn', entry.openPoints],
                      ['questionsIn', entry.questions],
                      ['observationsIn', entry.observations],
                    ] as const
                  ).map(
                    ([label, said]) =>
                      said && (
                        <div key={label}>
                          <dt className="text-muted">{t(label)}</dt>
                          <dd className="whitespace-pre-line">{said}</dd>
                        </div>
                      ),
                  )}
                </dl>
                <p className="text-sm text-muted">{t('by', { by: entry.by })}</p>
              </li>
            ))}
          </ul>
        )}
        {mayWrite &&
          offers.length > 0 &&
          (asked.meeting === 'new' ? (
            <MeetingForm negotiationId={negotiation.id} people={rounds.people} />
          ) : (
            <a className="button small w-fit" href="?meeting=new#meetings">
              {t('logMeeting')}
            </a>
          ))}
      </div>
    </Card>
  )
}
