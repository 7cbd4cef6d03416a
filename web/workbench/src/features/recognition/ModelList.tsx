import { useQueryClient } from '@tanstack/react-query';
import { activateModel, deactivateModel, getOverview, listModels, modelStateLabels, trainModel, type Evaluation, type ModelVersion } from '@tongban/server/src/modules/recognition/contract.ts';
import { Alert, App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { usePaged } from '../../shared/list/use-paged.ts';
import { api } from '../../shared/api.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { useRecognitionAbilities } from './use-overview.ts';

const titles = text.columns;
const words = text.models;

const columns: readonly Column<ModelVersion>[] = [
  { key: 'number', title: titles.version, width: '6rem', render: (row) => words.number(row.number) },
  { key: 'state', title: titles.state, width: '8rem', render: (row) => <Tag tone={row.state === 'active' ? 'done' : row.state === 'failed' ? 'danger' : row.state === 'training' ? 'todo' : 'neutral'}>{modelStateLabels[row.state]}</Tag> },
  { key: 'accuracy', title: titles.accuracy, width: '13rem', wrap: true, render: (row) => (row.evaluation === null ? row.reason ?? text.none : <Accuracy evaluation={row.evaluation} />) },
  { key: 'samples', title: titles.sampleCount, width: '6rem', align: 'right', render: (row) => row.samples || text.none },
  { key: 'trained', title: titles.trained, render: (row) => <>{row.trainedByName}　<span className="number faint">{formatMoment(row.trainedAt)}</span></> },
  { key: 'activated', title: titles.activated, render: (row) => (row.activatedAt === null ? text.none : <>{row.activatedByName}　<span className="number faint">{formatMoment(row.activatedAt)}</span></>) },
];

/** Versions of the classifier with how they did on samples put aside; one is in use, any other may be gone back to. */
export function ModelList() {
  const { message } = App.useApp();
  const client = useQueryClient();
  const mayTrain = useRecognitionAbilities().train;
  const [shown, setShown] = useState<ModelVersion>();
  const [training, setTraining] = useState(false);
  const train = useAction(trainModel);
  const paged = usePaged<ModelVersion>({ key: [listModels.id], fetch: (page) => api.call(listModels, { query: page }), ...(training ? { refetchInterval: 2_000 } : {}) });
  if (training && !paged.stale && paged.rows.length > 0 && paged.rows.every(({ state }) => state !== 'training')) setTraining(false);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [listModels.id] });
    void client.invalidateQueries({ queryKey: [getOverview.id] });
  };
  return (
    <>
      <ProblemAlert problem={train.problem} onClose={train.clear} />
      <div className="wb-page__bar">
        <p className="muted small">{words.trainHint}</p>
        {mayTrain ? <Button type="primary" className="recognition-add" loading={train.busy} onClick={() => { void train.run({}, () => { void message.success(words.trained); paged.refresh(); setTraining(true); }); }}>{words.train}</Button> : null}
      </div>
      <ListFrame<ModelVersion> label={text.tabs.models} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="64rem" empty={text.emptyModels} onOpen={setShown} />
      {shown ? <ModelDialog model={shown} mayTrain={mayTrain} onClose={() => setShown(undefined)} onDone={() => { setShown(undefined); refresh(); }} /> : null}
    </>
  );
}

function ModelDialog({ model, mayTrain, onClose, onDone }: { model: ModelVersion; mayTrain: boolean; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const on = useAction(activateModel);
  const off = useAction(deactivateModel);
  const params = { modelId: model.id };
  const active = model.state === 'active';
  const act = () => {
    if (active) void off.run({ params }, () => { void message.success(words.deactivated); onDone(); });
    else void on.run({ params }, () => { void message.success(words.activated); onDone(); });
  };
  const may = mayTrain && (active || model.state === 'ready');
  return (
    <Modal
      open title={`${words.number(model.number)}　${words.show}`} width="min(60rem, 94vw)" onCancel={onClose} cancelText={text.cancel} okText={active ? words.deactivate : words.activate} onOk={act}
      okButtonProps={{ danger: active, style: may ? undefined : { display: 'none' } }} confirmLoading={on.busy || off.busy}
    >
      <ProblemAlert problem={on.problem ?? off.problem} onRefresh={onDone} />
      {may ? <p className="muted">{active ? words.deactivateLead : words.activateLead}</p> : null}
      {model.evaluation ? <Matrix evaluation={model.evaluation} /> : <p className="muted">{model.reason ?? modelStateLabels[model.state]}</p>}
    </Modal>
  );
}

/** Kinds of material that no sample put aside is of: the accuracy says nothing of them. */
function listUntested({ classes, confusion, unsampled = [] }: Evaluation): readonly string[] {
  return [...classes.filter((_, row) => (confusion[row] ?? []).every((count) => count === 0)).map(({ name }) => name), ...unsampled];
}

/** How many were right, never without how many kinds were not tested at all. */
function Accuracy({ evaluation }: { evaluation: Evaluation }) {
  const { right, tested, classes, unsampled = [] } = evaluation;
  if (tested === 0) return words.notTested;
  const untested = listUntested(evaluation).length;
  return <>{words.accuracy(right, tested)}{untested > 0 ? <span className="list__two muted">{words.untestedOf(untested, classes.length + unsampled.length)}</span> : null}</>;
}

function Matrix({ evaluation }: { evaluation: Evaluation }) {
  const { classes, confusion, right, tested, unsampled = [] } = evaluation;
  const untested = listUntested(evaluation);
  return (
    <>
      <p>{titles.accuracy}　<strong>{tested === 0 ? words.notTested : words.accuracy(right, tested)}</strong></p>
      {tested > 0 && untested.length > 0 ? <Alert type="warning" showIcon title={words.untestedOf(untested.length, classes.length + unsampled.length)} description={words.untested(untested.join('、'))} style={{ margin: '0.5rem 0 0.75rem' }} /> : null}
      <div className="recognition-matrix">
        <table>
          <caption className="muted small">{words.matrixHint}</caption>
          <thead><tr><th scope="col">{words.person}</th>{[...classes.map(({ name }) => name), words.none].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {classes.map(({ code, name }, row) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {(confusion[row] ?? []).map((count, column) => <td key={column} className={count === 0 ? 'faint' : row === column ? 'is-right' : 'is-wrong'}>{count}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
