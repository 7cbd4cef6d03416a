import type { Reporter, TestCase } from 'vitest/node';

/** Names each step of a journey that only passed when it was tried again, so that nobody takes it for sound. */
export class SecondTries implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) process.stdout.write(`passed at the second try: ${test.fullName}\n`);
  }
}
