import type { GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import { Alert } from 'antd';
import { text } from './text.ts';

/** The situation that the answers lead to, with what is to be known of it. */
export function SituationFound({ result }: { result: GuidanceResult }) {
  const { situation } = result;
  if (!result.complete || !situation) return null;
  return (
    <Alert
      type={situation.refused ? 'error' : 'info'}
      showIcon={situation.refused}
      title={situation.refused ? `${text.guidance.refused}：${situation.name}` : `${text.guidance.situation}：${situation.name}`}
      {...(result.notes.length > 0 ? { description: <ul className="notes">{result.notes.map((note) => <li key={note}>{note}</li>)}</ul> } : {})}
    />
  );
}
