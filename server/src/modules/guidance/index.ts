import { defineModule } from '../../kernel/module/index.ts';
import { guidanceRoutes } from './routes/guidance-routes.ts';

export { evaluateGuidance, guide, questionnaireOf } from './evaluate-guidance.ts';
export { formParametersOf } from './form-parameters.ts';
export { resolveSituation, type Resolution } from './resolve-situation.ts';
export { selectMaterials } from './select-materials.ts';

/** Questions that lead a person to their situation, its materials and its form (GDE-01, GDE-02). */
export const guidance = defineModule({ name: 'guidance', uses: ['catalog'], routes: guidanceRoutes });
