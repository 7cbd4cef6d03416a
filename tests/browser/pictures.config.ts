import { defineConfig, mergeConfig } from 'vitest/config';
import journeys from './vitest.config.ts';

// Pictures of the manuals: made like journeys, kept in docs/manuals/pictures, never part of a test run.
const pictures = mergeConfig(journeys, defineConfig({ test: {} }));
pictures.test = { ...pictures.test, include: ['tests/browser/**/*.pictures.ts'] };

export default pictures;
