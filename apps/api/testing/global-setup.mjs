import { embeddedTemplate } from '../../../libs/stack/src/embedded-template.ts';

/** Makes the template of the embedded database before the first spec, so that no spec's time limit includes it. */
export default embeddedTemplate;
