export async function startWorker(): Promise<() => Promise<void>> {
  const t = setInterval(() => {}, 1000)
  console.log('worker up', process.pid)
  return async () => {
    clearInterval(t)
    console.log('worker stopped')
  }
}
