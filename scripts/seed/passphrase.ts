import { randomInt } from 'node:crypto';

const wordCount = 5;

/** Short, common and hard to confuse when read aloud. */
export const words: readonly string[] = `
acorn acre album alder alley almond amber anchor angle ankle apple apron arbor arch arrow ash aspen atlas attic autumn
badge bagel baker bamboo banjo bank barley barn basil basin basket bay beach beacon bean bell bench berry birch bird
biscuit bison blanket blossom board boat bonnet book boot border bottle boulder bowl box branch bread breeze brick bridge
bright broom brush bucket buckle button cabin cable cactus camel camera campus canal candle canoe canopy canvas canyon
cargo carpet carrot carton castle cedar cello chair chalk cherry chess chime cider cinder circle citrus clay cliff clock
cloud clover coast cobalt cocoa comet compass copper coral cork corner cotton cougar cove cradle crane crayon creek
cricket crown crystal cumin curtain cycle cypress daisy dancer dawn delta denim desert diary dinner dock dolphin dome
donkey door dove dozen draft dragon drawer dream drift drum dune eagle early earth easel echo elbow elder elm ember
emerald engine envelope evening fable fabric falcon farm feather fence fennel fern ferry fiddle field fig finch flame
flask fleet flint flour flute foam fog forest fork fossil fountain fox frame freckle frost fruit galaxy garden garlic
garnet gate gazelle geyser ginger glacier glade glass globe glove goat golden goose grain granite grape grass gravel
green guitar gully hammer hammock harbor harvest hazel heather hedge helmet herb heron hickory hill hollow honey
horizon hornet house humble igloo indigo inlet iris iron island ivory ivy jacket jade jaguar jasmine jelly jersey jetty
jigsaw juniper kayak kettle kindle kitchen kite koala ladder lagoon lake lamp lantern larch lark laurel lava lavender
leaf ledge lemon lentil letter lilac lily linen lion lobster locket lodge lotus lumber lunar lupine magnet mango mantle
maple marble march marigold market marsh meadow medal melon mesa meteor mill mint mirror mitten moss motor mountain
muffin mural museum mustard napkin nectar needle nest nickel night north nutmeg oak oasis oats ocean olive onion opal
orange orbit orchard orchid otter oval owl oyster paddle page paint palm panda panel papaya paper parade parcel park
parrot pastel patio peach peak pear pebble pecan pelican pencil pepper piano pickle picnic pier pigeon pillow pilot
pine pioneer pistachio planet plank plaza plum pocket polar pollen pond poplar poppy porch potter prairie prism puffin
pumpkin puzzle quail quarry quartz quiet quilt quince rabbit radio radish rain ranch raven reef ribbon ridge river robin
rocket rooster rose rowan ruby rudder saddle saffron sage sail salmon sand sapling satin scarf school scooter season
sequoia sesame shadow shell shore shovel silver sketch slate sleigh smooth snow sock solar sonnet spark sparrow spice
spinach spiral spoon spring spruce square stable stamp star station steam stone stork stove straw stream stripe studio
sugar summer summit sundial sunset swallow swan sweater sycamore table tailor tango teapot temple tent thimble thistle
thunder ticket tiger timber toast tomato torch tower trail train treetop trellis trumpet tulip tundra tunnel turnip turtle
valley vanilla velvet vessel village violet violin voyage wagon walnut walrus waffle water wheat whistle willow window
winter wolf wooden yarrow yellow yonder zebra zephyr zinnia`
  .trim()
  .split(/\s+/);

/** A new passphrase, different each time. */
export const newPassphrase = (): string =>
  Array.from({ length: wordCount }, () => words[randomInt(words.length)]).join(' ');
