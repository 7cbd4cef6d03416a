import { Badge, Button, Card, Notice } from '@tongban/ui';
import type { Question } from '@tongban/server/src/modules/recognition/contract.ts';
import { text } from '../text.ts';
import type { ReadingsHandle } from './use-readings.ts';

const t = text.recognition;

/** The list of questions before submitting (问题清单): mend, go on all the same, or be asked no more. It keeps nobody from going on. */
export function QuestionList({ handle, onForm, onMaterial }: { handle: ReadingsHandle; onForm: () => void; onMaterial: (materialKey: string) => void }) {
  const { readings } = handle;
  if (!readings) return null;
  if (!readings.checking) {
    return <Notice tone="neutral" actions={<Button busy={handle.busy} onClick={() => handle.turn(true)}>{t.resume}</Button>}><p>{t.stopped}</p></Notice>;
  }
  const { questions, files } = readings;
  const running = files.filter(({ state }) => state === 'waiting' || state === 'reading').length;
  const open = questions.filter(({ acknowledged }) => !acknowledged);
  const stop = <Button variant="quiet" busy={handle.busy} onClick={() => handle.turn(false)}>{t.stop}</Button>;
  if (questions.length === 0) {
    const read = files.some(({ engine }) => engine !== null);
    if (running > 0) return <Notice tone="info" live actions={stop}><p>{t.waiting(running)}</p></Notice>;
    return read ? <Notice tone="success" live><p>{t.noQuestions}</p></Notice> : null;
  }
  return (
    <Card title={t.questions(questions.length)} aside={stop}>
      <p>{t.lead}</p>
      {running > 0 && <p className="muted" role="status">{t.waiting(running)}</p>}
      <ol className="questions">
        {questions.map((question) => <OneQuestion key={question.id} question={question} handle={handle} onForm={onForm} onMaterial={onMaterial} />)}
      </ol>
      {open.length > 1 && <Button busy={handle.busy} onClick={() => handle.goOn(open.map(({ id }) => id))}>{t.goOnAll}</Button>}
    </Card>
  );
}

function OneQuestion({ question, handle, onForm, onMaterial }: { question: Question; handle: ReadingsHandle; onForm: () => void; onMaterial: (materialKey: string) => void }) {
  const { id, message, advice, materialName, materialKey, inForm, acknowledged } = question;
  return (
    <li className="question" data-done={acknowledged || undefined}>
      <p className="question__message">{message}{acknowledged && <Badge>{t.acknowledged}</Badge>}</p>
      <p className="muted">{t.about(materialName)}{advice}</p>
      {!acknowledged && (
        <div className="tb-button-row">
          {inForm && <Button onClick={onForm}>{t.mendForm}</Button>}
          <Button onClick={() => onMaterial(materialKey)}>{t.mendMaterial}</Button>
          <Button variant="quiet" busy={handle.busy} onClick={() => handle.goOn([id])}>{t.goOn}</Button>
        </div>
      )}
    </li>
  );
}
