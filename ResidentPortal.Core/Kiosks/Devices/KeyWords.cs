using System.Security.Cryptography;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Six words of a key, which two people compare on two screens. Short, common, and no two of them alike; they are not translated, since both screens show the same.</summary>
internal static class KeyWords
{
    private const int Count = 6;

    private static readonly string[] List = """
        acorn actor album amber angel ankle apple apron arrow atlas attic baker bamboo banana banjo barrel basket beach beard beaver bell berry bicycle bird biscuit blanket blossom boat
        bottle bowl branch bread brick bridge broom brush bubble bucket button cabin cactus camel camera candle canyon carpet carrot castle cattle cave ceiling cherry chess chimney circle
        clay cliff clock cloud clover coast cobra coconut coffee comet copper coral corner cotton cousin cradle crayon creek crown cricket crystal cushion daisy dance dawn deer desert
        diamond dinner dolphin donkey door dragon drum eagle earth echo elbow elephant engine evening fabric falcon farmer feather fence fiddle field finger flag flame flute forest
        fountain fox garden garlic ginger giraffe glass globe glove goat goose grape guitar hammer hazel helmet honey horse hotel igloo insect island ivory jacket jaguar jewel
        jungle kettle kitchen kite ladder lagoon lamp lantern leather lemon library lily lion lizard lobster magnet mango maple marble market meadow melon mirror monkey moon mosaic
        mountain muffin museum napkin needle nest nickel noodle notebook oak oasis ocean olive onion orange orchid otter oven owl oyster paddle palace panda paper parrot peach peanut
        pebble pencil pepper piano picnic pigeon pillow pine planet plum pocket pony potato pumpkin puzzle pyramid quartz quilt rabbit radio rain ribbon river robin rocket rose saddle
        salmon sand scarf school shadow shell silver sister snow sofa spider spoon squirrel stone sugar summer sunset swan table teapot temple thunder tiger tomato tower
        train tulip turtle umbrella valley velvet village violin wagon walnut water whale wheat window winter wolf zebra
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a key: one for each of the first bytes of its hash.</summary>
    public static IReadOnlyList<string> Of(byte[] publicKey) => [.. SHA256.HashData(publicKey).Take(Count).Select(number => List[number])];
}
