/** One line about what happens now; the second language follows on its own line where a newcomer needs it. */
export function say(english, chinese) {
  console.log(`· ${english}`)
  if (chinese) console.log(`  ${chinese}`)
}

/** Something that a person can mend: shown as one sentence, without a stack. */
export class Stop extends Error {}

/** Ends the script with one sentence. */
export function stop(sentence) {
  throw new Stop(sentence)
}

/** Runs a script's main function; a sentence for the person stays a sentence, anything else keeps its stack. */
export async function run(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Stop ? `\n✗ ${error.message}\n` : error)
    process.exit(1)
  }
}
