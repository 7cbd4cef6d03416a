import type { Problem } from '@tongban/contract-kit';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { text } from '../text.ts';
import './problem.css';

interface ProblemAlertProps {
  problem: Problem | undefined;
  /** Names of input paths, so that an issue says which field it means. */
  labels?: Readonly<Record<string, string>>;
  onRetry?: () => void;
  /** How to see the newest state after somebody else was faster. */
  onRefresh?: () => void;
  onClose?: () => void;
}

function labelOf(path: string, labels: Readonly<Record<string, string>>): string | undefined {
  return labels[path.replace(/^body\./, '')];
}

/** A refusal with what went wrong, what to do, and each fault in the input; a stale write offers the newest state. */
export function ProblemAlert({ problem, labels = {}, onRetry, onRefresh, onClose }: ProblemAlertProps) {
  if (!problem) return null;
  if (problem.kind === 'conflict' && onRefresh) return <StaleBanner problem={problem} onRefresh={onRefresh} />;
  const retriable = onRetry && (problem.kind === 'unavailable' || problem.kind === 'internal' || problem.kind === 'rate-limited');
  return (
    <Alert
      className="problem" type={problem.kind === 'unavailable' ? 'warning' : 'error'} showIcon role="alert"
      title={problem.title}
      description={<ProblemDetail problem={problem} labels={labels} />}
      action={retriable ? <Button size="small" onClick={onRetry}>{text.problem.retry}</Button> : undefined}
      {...(onClose ? { closable: { onClose } } : {})}
    />
  );
}

function ProblemDetail({ problem, labels }: { problem: Problem; labels: Readonly<Record<string, string>> }): ReactNode {
  return (
    <>
      {problem.detail ? <p>{problem.detail}</p> : null}
      {problem.issues && problem.issues.length > 0 ? (
        <ul className="problem__issues">
          {problem.issues.map((issue) => {
            const label = labelOf(issue.path, labels);
            return <li key={`${issue.path} ${issue.code}`}>{label ? <strong>{label}：</strong> : null}{issue.message}</li>;
          })}
        </ul>
      ) : null}
      {problem.kind === 'internal' && problem.traceId ? <p className="faint small">{text.problem.trace} {problem.traceId}</p> : null}
    </>
  );
}

/** Says that somebody else was faster; what was typed stays. */
export function StaleBanner({ problem, onRefresh }: { problem?: Problem; onRefresh: () => void }) {
  return (
    <Alert
      className="problem" type="warning" showIcon role="alert" title={text.stale.title}
      description={`${problem ? `${problem.title}。` : ''}${text.stale.detail}`}
      action={<Button size="small" type="primary" onClick={onRefresh}>{text.stale.refresh}</Button>}
    />
  );
}
