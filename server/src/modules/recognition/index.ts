import { defineModule } from '../../kernel/module/index.ts';
import { caseEvents } from '../cases/index.ts';
import { readOnSubmission } from './actions/request-readings.ts';
import { readFileJob, sweepReadingsJob } from './jobs/read-file.ts';
import { trainModelJob } from './jobs/train-model.ts';
import { recognitionMigrations } from './migrations.ts';
import { recognitionPermissions } from './permissions.ts';
import { recognitionRoutes } from './routes/recognition-routes.ts';

export { createDocumentType } from './actions/edit-type.ts';
export { addDemonstrationSamples } from './actions/label-sample.ts';
export type { OcrLine } from './ocr/engine.ts';
export { describeOcr } from './ocr/describe-ocr.ts';
export { listTypeNames } from './queries/type-record.ts';
export { createOcrSimulator } from './simulator/ocr-simulator.ts';
export { createPictureBook, type KnownPicture } from './simulator/picture-book.ts';

/** 要件材料图像系统: what uploaded pictures are and say, compared with form and licences, before and after submitting (DEC-04, DEC-05, DEC-09). */
export const recognition = defineModule({
  name: 'recognition', uses: ['catalog', 'licences', 'data-elements', 'materials', 'cases', 'intake'], permissions: recognitionPermissions, routes: recognitionRoutes,
  jobs: [readFileJob, sweepReadingsJob, trainModelJob], subscribes: [{ name: 'recognition.read-on-submission', types: [caseEvents.submit, caseEvents.supplement], handle: readOnSubmission }],
  migrations: recognitionMigrations,
});
