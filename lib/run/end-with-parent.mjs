/**
 * Loaded before a program that would otherwise outlive a killed parent: it ends when the channel to it closes.
 * The program's own children load this too and are none of our business.
 */
if (process.ppid === Number(process.env.ACCORD_PARENT)) {
  process.once('disconnect', () => process.exit(1))
  process.channel?.unref()
}
