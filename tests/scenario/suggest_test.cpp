#include "sim/scenario/text/suggest.hpp"

#include <catch2/catch.hpp>

using namespace floorwalker::scenario;

TEST_CASE("edit distance counts insertions, deletions, changes and swaps", "[scenario][suggest]") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("talk", "talk") == 0);
    CHECK(edit_distance("talk", "tal") == 1);
    CHECK(edit_distance("talk", "stalk") == 1);
    CHECK(edit_distance("talk", "tall") == 1);
    CHECK(edit_distance("mean", "maen") == 1);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest word is suggested, but only when it is near", "[scenario][suggest]") {
    const std::vector<std::string> keys{"talk", "wrap_up", "patience", "priority"};
    CHECK(nearest("takl", keys) == "talk");
    CHECK(nearest("Patience", keys) == "patience");
    CHECK(nearest("wrap-up", keys) == "wrap_up");
    CHECK(nearest("wrap", keys) == "wrap_up");
    CHECK_FALSE(nearest("colour", keys));
    CHECK_FALSE(nearest("", keys));
    CHECK_FALSE(nearest(std::string(100'000, 'x'), keys));
}

TEST_CASE("without a near word the known ones are listed", "[scenario][suggest]") {
    CHECK(suggestion("takl", {"talk"}) == "; did you mean \"talk\"?");
    CHECK(suggestion("x", {"talk"}) == "; there is only \"talk\"");
    CHECK(suggestion("zzz", {"talk", "wrap_up"}) == "; there are \"talk\" and \"wrap_up\"");
    CHECK(suggestion("x", {}) == "; there is none");
    CHECK(quoted_list({"a", "b", "c"}) == "\"a\", \"b\" or \"c\"");
    CHECK(quoted_list({"a", "b", "c"}, "or", 2) == "\"a\", \"b\", …");
}
