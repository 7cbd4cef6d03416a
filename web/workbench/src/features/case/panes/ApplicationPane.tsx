import { EyeOutlined } from '@ant-design/icons';
import type { FormDefinition } from '@tongban/form-model';
import { PaperForm } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { downloadCaseFile, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import { today } from '../../../shared/format/dates.ts';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useApplication } from '../case-data.ts';
import { text } from '../text.ts';

/** The application as the paper form it stands for; masked until a purpose is given, earlier rounds readable. */
export function ApplicationPane({ view }: { view: CaseView }) {
  const [purpose, setPurpose] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [round, setRound] = useState<number>();
  const application = useApplication(view.id, purpose);
  const environment = useFormEnvironment(useMemo(() => ({
    today: today(), fileUrl: (fileId: string) => api.url(downloadCaseFile, { params: { caseId: view.id, fileId } }),
  }), [view.id]));
  return (
    <QueryState query={application} lines={12}>
      {(data) => {
        const rounds = [...data.earlierRounds.map((one) => one.round), data.round];
        const shown = data.earlierRounds.find((one) => one.round === round)?.answers ?? data.answers;
        return (
          <div className="application">
            <div className="application__tools">
              <strong>{data.formName}</strong>
              {rounds.length > 1 ? (
                <Segmented size="small" value={round ?? data.round} options={rounds.map((one) => ({ value: one, label: text.documents.round(one) }))} onChange={setRound} />
              ) : null}
              {data.masked && view.abilities.readFull ? <Button size="small" icon={<EyeOutlined />} onClick={() => setAsking(true)}>{text.applicant.reveal}</Button> : null}
            </div>
            <div className="application__sheet">
              <PaperForm definition={data.definition as FormDefinition} answers={shown} environment={{ ...environment, masked: data.masked }} reference={view.number} />
            </div>
            <PurposeDialog open={asking} onClose={() => setAsking(false)} onConfirm={(given) => { setPurpose(given); setAsking(false); }} />
          </div>
        );
      }}
    </QueryState>
  );
}
