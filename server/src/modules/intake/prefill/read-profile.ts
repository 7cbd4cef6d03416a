import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { ApplicantProfile } from '../applicant-profile.ts';
import type { SourceReading } from './reading.ts';

/** The user space as a source: what the platform has recorded of the applicant; no consent is needed to give it back. */
export function readProfile(ctx: Context, { known }: ApplicantProfile): SourceReading {
  const asOf = chinaDate(ctx.kernel.clock.now());
  return {
    find: (_element, source) => {
      const fact = source.kind === 'profile' ? known[source.fact] : undefined;
      return fact && { ...fact, asOf };
    },
    notes: [], failed: [],
  };
}
