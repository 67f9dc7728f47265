import { type Paper, type PaperBlock, widthsOf } from '@/lib/kernel/paper'
import { paperDay, paperMessages } from '@/lib/kernel/paper-messages'
import { translatorOf } from '@/lib/kernel/translate'
import { Facts } from './card'

/** Level of the paper's own title on the page that shows it. */
type PaperViewProps = { paper: Paper; level?: 1 | 2 }

/**
 * A paper as its reader sees it on a page and in print, in the paper's language whatever the page speaks. Its PDF says the
 * same words.
 */
export function PaperView({ paper, level = 2 }: PaperViewProps) {
  const t = translatorOf(paperMessages, paper.language)
  const { title, reference, on, from, to, blocks, closing } = paper
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <article className="paper" lang={paper.language}>
      <p className="text-muted">{from.company}</p>
      <Title>{title}</Title>
      <Facts
        facts={[
          ...(reference ? [{ label: t('reference'), value: reference }] : []),
          { label: t('date'), value: paperDay(on, paper.language) },
          { label: t('to'), value: partyOf(to) },
          { label: t('from'), value: partyOf(from) },
        ]}
      />
      {to.salutation && <p>{to.salutation}</p>}
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper never changes once it is written.
        <Block key={index} block={block} level={level} title={title} />
      ))}
      {closing && (
        <>
          <p className="whitespace-pre-line">{closing}</p>
          <p className="text-right">{partyOf(from)}</p>
        </>
      )}
    </article>
  )
}

const partyOf = ({ company, person }: { company: string; person: string | null }) =>
  person ? `${company} ${person}` : company

function Block({ block, level, title }: { block: PaperBlock; level: 1 | 2; title: string }) {
  const Heading = level === 1 ? 'h2' : 'h3'
  switch (block.kind) {
    case 'heading':
      return <Heading>{block.text}</Heading>
    case 'text':
      return <p className="whitespace-pre-line">{block.text}</p>
    case 'facts':
      return <Facts facts={block.rows.map(([label, value]) => ({ label, value }))} />
    case 'table':
      return <PaperTable {...block} title={title} />
  }
}

function PaperTable({
  head,
  rows,
  numeric = [],
  note,
  title,
}: Extract<PaperBlock, { kind: 'table' }> & { title: string }) {
  const side = (index: number) => (numeric.includes(index) ? 'text-right tabular-nums' : undefined)
  const widths = widthsOf({ head, numeric })
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="paper-table" aria-label={title} tabIndex={0}>
        <table className={widths ? 'table-fixed' : undefined}>
          <caption className="hush">{title}</caption>
          {widths && (
            <colgroup>
              {widths.map((width, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place.
                <col key={index} style={{ width: `${width}%` }} />
              ))}
            </colgroup>
          )}
          <thead>
            <tr>
              {head.map((label, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place.
                <th key={index} scope="col" className={side(index)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place.
              <tr key={number}>
                {head.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place.
                  <td key={index} className={side(index)}>
                    {row[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note && <p className="text-muted">{note}</p>}
    </>
  )
}
