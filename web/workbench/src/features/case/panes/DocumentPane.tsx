import { downloadCaseFile, downloadNotice, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { downloadLicence } from '@tongban/server/src/modules/licences/contract.ts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { FileViewer } from '../../../shared/files/FileViewer.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import type { CaseDocument } from '../documents.ts';
import { ReadingPanel } from '../recognition/ReadingPanel.tsx';
import { ReadingStrip } from '../recognition/ReadingStrip.tsx';
import { useCaseReadings } from '../recognition/use-case-readings.ts';
import type { Material } from '../review-points.ts';
import { text } from '../text.ts';
import { ApplicationPane } from './ApplicationPane.tsx';

/** What was chosen at the left, large in the middle. */
export function DocumentPane({ view, document }: { view: CaseView; document: CaseDocument | undefined }) {
  if (!document) return <Empty title={text.documents.empty} />;
  const caseId = view.id;
  switch (document.kind) {
    // A condition is compared with what was applied for.
    case 'application':
    case 'condition':
      return <ApplicationPane view={view} />;
    case 'notice':
      return (
        <FileViewer
          fileKey={`notice/${document.noticeId}`}
          name={document.title}
          load={() => api.download(downloadNotice, { params: { caseId, noticeId: document.noticeId } })}
        />
      );
    case 'licence':
      return (
        <FileViewer
          fileKey={`licence/${document.licenceId}`}
          name={document.title}
          load={() => api.download(downloadLicence, { params: { licenceId: document.licenceId } })}
        />
      );
    case 'special':
      return <Files key={document.id} view={view} files={document.files} />;
    case 'material':
      return <MaterialPane key={document.id} view={view} material={document.material} />;
  }
}

function MaterialPane({ view, material }: { view: CaseView; material: Material }) {
  if (material.files.length > 0) return <Files view={view} files={material.files} recognised={!material.superseded} />;
  const { licence } = material;
  if (licence)
    return (
      <FileViewer
        fileKey={`licence/${licence.id}`}
        name={licence.name}
        load={() => api.download(downloadLicence, { params: { licenceId: licence.id } })}
      />
    );
  if (material.source === 'form') return <ApplicationPane view={view} />;
  return (
    <div className="viewer__centre">
      <Empty title={text.documents.source[material.source]}>{material.source === 'paper' ? text.documents.paper : text.documents.noneDetail}</Empty>
    </div>
  );
}

function Files({ view, files, recognised = false }: { view: CaseView; files: readonly { id: string; name: string }[]; recognised?: boolean }) {
  const [chosen, setChosen] = useState(files[0]?.id);
  const [compared, setCompared] = useState(false);
  const [purpose, setPurpose] = useState<string>();
  const { readings, refresh } = useCaseReadings(view, purpose, recognised);
  const file = files.find(({ id }) => id === chosen) ?? files[0];
  if (!file) return null;
  const reading = recognised ? readings?.files.find(({ fileId }) => fileId === file.id) : undefined;
  return (
    <div className="files">
      {files.length > 1 ? (
        <div className="files__tabs">
          <Segmented size="small" value={file.id} options={files.map(({ id, name }) => ({ value: id, label: name }))} onChange={setChosen} />
        </div>
      ) : null}
      {readings && reading ? <ReadingStrip reading={reading} questions={readings.questions.filter(({ fileId }) => fileId === file.id)} open={compared} onToggle={() => setCompared((before) => !before)} /> : null}
      {readings && reading && compared ? (
        <ReadingPanel key={file.id} view={view} readings={readings} reading={reading} onPurpose={setPurpose} onRefresh={refresh} />
      ) : (
        <FileViewer
          key={file.id}
          fileKey={`case/${view.id}/${file.id}`}
          name={file.name}
          load={() => api.download(downloadCaseFile, { params: { caseId: view.id, fileId: file.id } })}
        />
      )}
    </div>
  );
}
