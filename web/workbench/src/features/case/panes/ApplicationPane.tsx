import { EyeOutlined } from '@ant-design/icons';
import type { ResponseOf } from '@tongban/contract-kit';
import { PaperForm } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { downloadCaseFile, type CaseView, type getCaseApplication } from '@tongban/server/src/modules/cases/contract.ts';
import { Button, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { definitionOf } from '../../../shared/form/definition.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useApplication } from '../case-data.ts';
import { text } from '../text.ts';
import { postLine } from './PostTo.tsx';

/** The application as the paper form it stands for; masked until a purpose is given, earlier rounds readable. */
export function ApplicationPane({ view }: { view: CaseView }) {
  const [purpose, setPurpose] = useState<string>();
  const application = useApplication(view.id, purpose);
  return (
    <QueryState query={application} lines={12}>
      {(data) => <Sheet key={`${data.round}${data.masked}`} view={view} application={data} onPurpose={setPurpose} />}
    </QueryState>
  );
}

function Sheet({
  view,
  application,
  onPurpose,
}: {
  view: CaseView;
  application: ResponseOf<typeof getCaseApplication>;
  onPurpose: (purpose: string) => void;
}) {
  const [asking, setAsking] = useState(false);
  const [round, setRound] = useState(application.round);
  const definition = useMemo(() => definitionOf(application.definition), [application.definition]);
  const fileUrl = useCallback((fileId: string) => api.url(downloadCaseFile, { params: { caseId: view.id, fileId } }), [view.id]);
  const rounds = [...application.earlierRounds, application];
  const { answers, at } = rounds.find((one) => one.round === round) ?? application;
  const environment = useFormEnvironment({ definition, parameters: application.parameters, masked: application.masked, filedAt: at, fileUrl });
  return (
    <div className="application">
      <div className="application__tools">
        <strong>{application.formName}</strong>
        {rounds.length > 1 ? (
          <Segmented
            size="small"
            value={round}
            options={rounds.map((one) => ({ value: one.round, label: text.documents.round(one.round) }))}
            onChange={setRound}
          />
        ) : null}
        {application.masked && view.abilities.readFull ? (
          <Button size="small" icon={<EyeOutlined />} onClick={() => setAsking(true)}>
            {text.applicant.reveal}
          </Button>
        ) : null}
      </div>
      <div className="application__sheet">
        {application.postalAddress === null ? null : <p className="application__post">{text.applicant.postTo(postLine(application.postalAddress))}</p>}
        <PaperForm definition={definition} answers={answers} environment={environment} reference={view.number} />
      </div>
      <PurposeDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={(purpose) => {
          onPurpose(purpose);
          setAsking(false);
        }}
      />
    </div>
  );
}
