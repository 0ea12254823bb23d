"""The list of events and one event in Urdu. The words wait for a check by a native reader."""

EVENTS = {
    "Events": "تقریبات",
    "Come and talk to us.": "آئیں اور ہم سے بات کریں۔",
    "Family day by the sea": "سمندر کے کنارے خاندانی دن",
    "Play, eat and talk to us about free time.": "کھیلیں، کھائیں اور فارغ وقت کے بارے میں ہم سے بات کریں۔",
    "Seaview Hall": "سی ویو ہال",
    "Sea Road, Sandhaven, Northdale": "سی روڈ، سینڈ ہیون، نارتھ ڈیل",
    "Bus 22 stops at Seaview Hall.\nYou can park at the hall.": "بس 22 سی ویو ہال پر رکتی ہے۔\nآپ ہال میں گاڑی کھڑی کر سکتے ہیں۔",
    "No steps\nAccessible toilet with a hoist\nQuiet room\nAssistance dogs are welcome": (
        "کوئی سیڑھی نہیں\nہوئسٹ کے ساتھ قابل رسائی بیت الخلا\nخاموش کمرہ\nمددگار کتے آ سکتے ہیں"
    ),
    "There are games for all ages.": "ہر عمر کے لیے کھیل ہیں۔",
    "You can tell us what you do in your free time.": "آپ ہمیں بتا سکتے ہیں کہ آپ فارغ وقت میں کیا کرتے ہیں۔",
    "You can go to the quiet room at any time.": "آپ کسی بھی وقت خاموش کمرے میں جا سکتے ہیں۔",
    "There will be free food and drinks.": "مفت کھانا اور مشروبات ہوں گے۔",
}
