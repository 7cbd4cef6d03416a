/** Runs one step, then prints its name, outcome and duration on one line. `work` returns false when the step failed. */
export async function reportStep(name, work) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  try {
    const ok = (await work()) !== false;
    process.stdout.write(`${ok ? '✓' : '✗'} ${name}  ${seconds()}\n`);
    return ok;
  } catch (error) {
    process.stdout.write(`✗ ${name}  ${seconds()}\n`);
    throw error;
  }
}
