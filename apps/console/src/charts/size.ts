/** A chart is drawn in these units, whatever its width on the screen. */
export const WIDTH = 480;
export const HEIGHT = 120;
