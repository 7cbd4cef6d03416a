import { FormChanges } from '@tongban/form-designer';
import type { FormDefinition } from '@tongban/form-model';
import { Skeleton } from 'antd';
import { problemOf } from '../../../shared/api.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import type { StandingForm } from './use-standing-form.ts';

const words = text.forming.changes;

/** What this form changes of the one people fill in now, field by field (FRM-03). */
export function Changes({ standing, newer }: { standing: StandingForm; newer: FormDefinition }) {
  if (standing.isPending) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  if (standing.error) return <ProblemAlert problem={problemOf(standing.error)} onRetry={standing.retry} />;
  if (standing.versionNumber === undefined) return <p className="muted">{words.none}</p>;
  return (
    <>
      <p className="muted">{standing.definition ? words.against(standing.versionNumber) : words.absent}</p>
      {standing.definition ? <FormChanges older={standing.definition} newer={newer} /> : null}
    </>
  );
}
